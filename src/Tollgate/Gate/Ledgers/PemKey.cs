using System.Security.Cryptography;

namespace Tollgate.Gate.Ledgers;

/// <summary>Reads keys of the curve P-256 from PEM. What is wrong is said without a character of the text.</summary>
internal static class PemKey
{
    private const string P256 = "1.2.840.10045.3.1.7";
    private const string Parameters = "EC PARAMETERS";

    public static (ECDsa? Key, string? Error) Read(string pem, bool isPrivate)
    {
        var wanted = isPrivate
            ? "an EC P-256 private key in PEM, as `openssl ecparam -name prime256v1 -genkey -noout` writes it"
            : "an EC P-256 public key in PEM, as `openssl ec -in key.pem -pubout` writes it";
        string[] labels = isPrivate ? ["EC PRIVATE KEY", "PRIVATE KEY"] : ["PUBLIC KEY"];
        if (LabelOf(pem) is not { } label)
        {
            return (null, $"found no key; expected {wanted}");
        }

        if (!labels.Contains(label))
        {
            var found = label switch
            {
                "PUBLIC KEY" => "a public key, which cannot sign",
                "ENCRYPTED PRIVATE KEY" => "a key behind a password",
                "EC PRIVATE KEY" or "PRIVATE KEY" => "a private key, which nobody needs for verifying",
                _ => "another kind of key or certificate",
            };
            return (null, $"found {found}; expected {wanted}");
        }

        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(pem);
            if (IsP256(key))
            {
                return (key, null);
            }
        }
        catch (Exception e) when (e is CryptographicException or ArgumentException)
        {
            // The library's sentence is not shown: it may hold what was read.
            key.Dispose();
            return (null, $"found what is no key of an elliptic curve; expected {wanted}");
        }

        key.Dispose();
        return (null, $"found a key of another curve; expected {wanted}");
    }

    public static bool IsP256(ECDsa key)
    {
        var curve = key.ExportParameters(includePrivateParameters: false).Curve;

        // Windows names the curve, and need not number it.
        return curve.IsNamed
            && (curve.Oid.Value == P256 || curve.Oid.FriendlyName == ECCurve.NamedCurves.nistP256.Oid.FriendlyName);
    }

    // Parameters of the curve may stand before the key, and say nothing that the key does not.
    private static string? LabelOf(ReadOnlySpan<char> pem)
    {
        while (PemEncoding.TryFind(pem, out var fields))
        {
            var label = pem[fields.Label].ToString();
            if (label != Parameters)
            {
                return label;
            }

            pem = pem[fields.Location.End..];
        }

        return null;
    }
}
