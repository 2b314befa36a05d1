using System.Net.Security;

namespace Tollgate.Transport.Direct;

/// <summary>Settings of the direct transport.</summary>
public sealed record DirectOptions
{
    /// <summary>Decides on a server's certificate; null trusts what the system trusts.</summary>
    public RemoteCertificateValidationCallback? CertificateValidation { get; init; }
}
