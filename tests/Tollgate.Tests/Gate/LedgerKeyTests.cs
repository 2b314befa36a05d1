using System.Security.Cryptography;
using Tollgate.Gate.Ledgers;

namespace Tollgate.Tests.Gate;

public class LedgerKeyTests
{
    // As openssl ecparam writes it without -noout: the curve comes before the key.
    private const string Parameters = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n";

    [Fact]
    public void Read_APrivateKeyOfP256_IsAKeyInEitherForm()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var expected = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
        foreach (var pem in new[]
        {
            key.ExportECPrivateKeyPem(), key.ExportPkcs8PrivateKeyPem(), Parameters + key.ExportECPrivateKeyPem(),
            key.ExportECPrivateKeyPem().ReplaceLineEndings("\r\n"),
        })
        {
            using var read = SigningKey.Read(pem).Key.ShouldNotBeNull();
            read.PublicKey.ShouldBe(expected);
        }

        SigningKey.ReadPublic(key.ExportSubjectPublicKeyInfoPem()).PublicKey.ShouldBe(expected);
    }

    [Fact]
    public void Read_WhatIsNoSuchKey_SaysSoAndShowsNothingOfIt()
    {
        using var right = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var p384 = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        using var rsa = RSA.Create(1024);
        var encrypted = right.ExportEncryptedPkcs8PrivateKeyPem(
            "secret", new PbeParameters(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 10));
        foreach (var (pem, found) in new[]
        {
            (p384.ExportECPrivateKeyPem(), "a key of another curve"), (p384.ExportPkcs8PrivateKeyPem(), "a key of another curve"),
            (rsa.ExportPkcs8PrivateKeyPem(), "what is no key of an elliptic curve"),
            (rsa.ExportRSAPrivateKeyPem(), "another kind of key"),
            (right.ExportSubjectPublicKeyInfoPem(), "a public key, which cannot sign"),
            (encrypted, "a key behind a password"),
            ("", "no key"), ("hello", "no key"), (Parameters, "no key"),
            ("-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----", "what is no key of an elliptic curve"),
            (right.ExportECPrivateKeyPem()[..^40], "no key"), // Its end is missing.
            (right.ExportECPrivateKeyPem() + "\n" + p384.ExportECPrivateKeyPem(), "what is no key"), // Two: which?
        })
        {
            var result = SigningKey.Read(pem);
            result.Key.ShouldBeNull();
            result.Error.ShouldNotBeNull().ShouldStartWith($"found {found}");
            pem.Split('\n').Where(line => line.Length > 20).ShouldAllBe(line => !result.Error.Contains(line));
        }

        SigningKey.ReadPublic(right.ExportECPrivateKeyPem()).Error.ShouldNotBeNull().ShouldContain("a private key, which nobody needs");
        SigningKey.ReadPublic(p384.ExportSubjectPublicKeyInfoPem()).Error.ShouldNotBeNull().ShouldContain("another curve");
    }
}
