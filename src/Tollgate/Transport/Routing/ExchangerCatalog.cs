using Tollgate.Transport.Direct;
using Tollgate.Transport.Handler;

namespace Tollgate.Transport.Routing;

/// <summary>Every kind of exchanger.</summary>
internal static class ExchangerCatalog
{
    private static readonly string[] Http = [Uri.UriSchemeHttp, Uri.UriSchemeHttps];

    /// <summary>The kinds, the best first.</summary>
    public static IReadOnlyList<ExchangerKind> All { get; } =
    [
        new("direct", Http, static settings => new DirectExchanger(new DirectOptions
        {
            CertificateValidation = settings.CertificateValidation,
            FindWire = settings.FindWire,
        }))
        {
            IsSupported = DirectExchanger.IsSupported,
        },
        new("handler", Http, static settings => new HandlerExchanger(
            settings.Axis, settings.CertificateValidation, settings.FindWire))
        {
            KnowsProxies = true,
            OpenForPriming = static settings => new HandlerExchanger(
                settings.Axis, settings.CertificateValidation, settings.FindWire, usesProxies: false),
        },
    ];
}
