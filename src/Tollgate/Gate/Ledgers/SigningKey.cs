using System.Security.Cryptography;

namespace Tollgate.Gate.Ledgers;

/// <summary>A key that signs entries: ECDSA on the curve P-256 with SHA-256. It never shows itself.</summary>
public sealed class SigningKey : IDisposable
{
    private readonly ECDsa key;

    private SigningKey(ECDsa key)
    {
        this.key = key;
        PublicKey = Convert.ToBase64String(key.ExportSubjectPublicKeyInfo());
    }

    /// <summary>The public half (SPKI) in base64.</summary>
    public string PublicKey { get; }

    /// <summary>Reads a private key from PEM, as <c>openssl ecparam -genkey</c> and PKCS#8 write it.</summary>
    /// <param name="pem">The text.</param>
    public static SigningKeyResult Read(string pem)
    {
        var (key, error) = PemKey.Read(pem, isPrivate: true);
        return key is null ? new SigningKeyResult(null, error) : new SigningKeyResult(new SigningKey(key), null);
    }

    /// <summary>Reads a public key from PEM, as <c>openssl ec -pubout</c> writes it.</summary>
    /// <param name="pem">The text.</param>
    /// <returns>The key (SPKI) in base64, or why it is none.</returns>
    public static (string? PublicKey, string? Error) ReadPublic(string pem)
    {
        var (key, error) = PemKey.Read(pem, isPrivate: false);
        using (key)
        {
            return (key is null ? null : Convert.ToBase64String(key.ExportSubjectPublicKeyInfo()), error);
        }
    }

    /// <summary>A public key's short name, for people: the start of its SHA-256.</summary>
    /// <param name="publicKey">SPKI in base64.</param>
    /// <exception cref="FormatException">It is no base64.</exception>
    public static string NameOf(string publicKey) =>
        Convert.ToHexStringLower(SHA256.HashData(Convert.FromBase64String(publicKey)))[..16];

    public void Dispose() => key.Dispose();

    internal static bool IsSignedBy(string publicKey, ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create();
        try
        {
            var spki = Convert.FromBase64String(publicKey);
            key.ImportSubjectPublicKeyInfo(spki, out var read);
            return read == spki.Length && PemKey.IsP256(key) && key.VerifyData(
                bytes, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        }
        catch (Exception e) when (e is CryptographicException or FormatException)
        {
            return false;
        }
    }

    internal byte[] Sign(ReadOnlySpan<byte> bytes) => key.SignData(
        bytes, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
}
