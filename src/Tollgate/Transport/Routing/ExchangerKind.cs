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
    /// Its code is run before a load begins. One that may go through a proxy, which must see nothing that nobody asked
    /// for, is not: its first exchanges open connections and are kept apart for that.
    /// </summary>
    public bool IsPrimed => !KnowsProxies;
}
