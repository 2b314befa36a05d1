using System.Net.Security;
using Tollgate.Time;
using Tollgate.Wires;
using Tollgate.Wires.Catalog;

namespace Tollgate.Transport.Routing;

/// <summary>What every kind of exchanger is opened with.</summary>
/// <param name="Axis">The run's axis.</param>
internal sealed record ExchangerSettings(MonotonicAxis Axis)
{
    /// <summary>Decides on a server's certificate; null trusts what the system trusts.</summary>
    public RemoteCertificateValidationCallback? CertificateValidation { get; init; }

    /// <summary>The wire of a name; null where there is none.</summary>
    public Func<string, IWire?> FindWire { get; init; } = WireCatalog.Find;
}
