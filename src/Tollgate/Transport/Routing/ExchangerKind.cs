namespace Tollgate.Transport.Routing;

/// <summary>A way to carry exchanges: which wires it can carry, and how it is opened.</summary>
/// <param name="Name">Its name in plans and run files.</param>
/// <param name="Schemes">The URI schemes of the endpoints that it reaches, in lower case.</param>
/// <param name="Open">Opens it.</param>
internal sealed record ExchangerKind(
    string Name, IReadOnlyList<string> Schemes, Func<ExchangerSettings, IExchanger> Open)
{
    /// <summary>This system has what it needs.</summary>
    public bool IsSupported { get; init; } = true;

    /// <summary>It goes through the system's proxy where there is one.</summary>
    public bool KnowsProxies { get; init; }

    /// <summary>
    /// Opens one that stands in for it while its code is run before a load begins; null where it does so itself. What
    /// may go through a proxy needs one that does not: a proxy must see nothing that nobody asked for.
    /// </summary>
    public Func<ExchangerSettings, IExchanger>? OpenForPriming { get; init; }
}
