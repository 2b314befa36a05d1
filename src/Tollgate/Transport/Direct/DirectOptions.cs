using System.Net.Security;
using Tollgate.Wires;
using Tollgate.Wires.Catalog;

namespace Tollgate.Transport.Direct;

/// <summary>Settings of the direct transport.</summary>
internal sealed record DirectOptions
{
    /// <summary>Decides on a server's certificate; null trusts what the system trusts.</summary>
    public RemoteCertificateValidationCallback? CertificateValidation { get; init; }

    /// <summary>The wire of a name; null where there is none.</summary>
    public Func<string, IWire?> FindWire { get; init; } = WireCatalog.Find;
}
