using Tollgate.Exchanges;
using Tollgate.Wires;

namespace Tollgate.Transport.Routing;

/// <summary>
/// Sends each exchange through the kind of exchanger that its target's wire needs. Safe for concurrent use.
/// </summary>
internal sealed class RoutedExchanger : IExchanger
{
    private readonly IReadOnlyList<Target> targets;
    private readonly ExchangerSettings settings;
    private readonly IReadOnlyList<(ExchangerKind Kind, IExchanger Exchanger)> routes;

    private RoutedExchanger(
        IReadOnlyList<Target> targets, ExchangerSettings settings,
        IReadOnlyList<(ExchangerKind Kind, IExchanger Exchanger)> routes)
    {
        this.targets = targets;
        this.settings = settings;
        this.routes = routes;
    }

    /// <summary>The kinds' names, for the run file.</summary>
    public string Name => string.Join('+', routes.Select(static route => route.Kind.Name));

    /// <summary>The stamps that all of them take at least: the process's where they differ.</summary>
    public StampSource Stamp => routes.Select(static route => route.Exchanger.Stamp).Distinct().ToList() is [var one]
        ? one
        : StampSource.Process;

    public IReadOnlyList<string> Warnings => [.. routes.SelectMany(static route => route.Exchanger.Warnings)];

    /// <summary>Opens one of each kind that the targets need.</summary>
    /// <param name="targets">Where it has to go to.</param>
    /// <param name="wanted">The kind that is taken wherever it can be, by its name; null for the best.</param>
    /// <param name="settings">What they are opened with.</param>
    /// <param name="kinds">The kinds that there are; null for those of the catalog.</param>
    /// <returns>Null where this system has none that will do.</returns>
    public static RoutedExchanger? Open(
        IReadOnlyList<Target> targets, string? wanted, ExchangerSettings settings,
        IReadOnlyList<ExchangerKind>? kinds = null)
    {
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentNullException.ThrowIfNull(settings);
        kinds ??= ExchangerCatalog.All;
        var chosen = new List<ExchangerKind>();

        // Targets that the same kinds can reach go through one of them, so that they are measured alike.
        foreach (var alike in targets.GroupBy(target => string.Join(
            ',', kinds.Where(kind => Reaches(kind, target, settings)).Select(static kind => kind.Name))))
        {
            var able = kinds.Where(kind => Reaches(kind, alike.First(), settings)).ToList();
            var best = able.Find(kind => kind.Name == wanted)
                ?? able.Find(kind => kind.IsSupported && (kind.KnowsProxies || !alike.Any(NeedsProxy)));
            if (best is not { IsSupported: true })
            {
                return null;
            }

            chosen.Add(best);
        }

        return new RoutedExchanger(
            targets, settings, [.. chosen.Distinct().Select(kind => (kind, kind.Open(settings)))]);
    }

    /// <summary>
    /// Runs the code of an exchange with each target's wire before a load begins.
    /// </summary>
    public async Task PrimeAsync(CancellationToken cancellationToken)
    {
        foreach (var (kind, exchanger) in routes)
        {
            var wires = targets.Where(target => Reaches(kind, target, settings))
                .Select(target => settings.FindWire(target.Wire)).OfType<IWire>().Distinct().ToList();
            await using var standIn = kind.OpenForPriming?.Invoke(settings);
            await Priming.PrimeAsync(standIn ?? exchanger, wires, settings.Axis, cancellationToken);
        }
    }

    public ValueTask WarmAsync(Target target, int connections, CancellationToken cancellationToken) =>
        Route(target).WarmAsync(target, connections, cancellationToken);

    public ValueTask<Exchange> ExchangeAsync(ExchangeRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Route(request.Target).ExchangeAsync(request, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, exchanger) in routes)
        {
            await exchanger.DisposeAsync();
        }
    }

    private IExchanger Route(Target target) =>
        routes.FirstOrDefault(route => Reaches(route.Kind, target, settings)).Exchanger
        ?? throw new ArgumentException($"nothing was opened that reaches {target.Name}", nameof(target));

    private static bool Reaches(ExchangerKind kind, Target target, ExchangerSettings settings) =>
        settings.FindWire(target.Wire) is { } wire && kind.Schemes.Contains(wire.Endpoint(target).Scheme);

    private static bool NeedsProxy(Target target) =>
        !target.Url.IsLoopback && HttpClient.DefaultProxy.GetProxy(target.Url) is { } proxy && proxy != target.Url;
}
