using Tollgate.Exchanges;

namespace Tollgate.Load;

/// <summary>
/// Who gets what was measured. Called from many threads at once; it must be quick and must not block or throw.
/// </summary>
internal interface IExchangeSink
{
    /// <summary>
    /// An exchange has been asked for. Each is later <see cref="Ended"/> once, unless the run is cut off.
    /// </summary>
    /// <param name="target">The target's name.</param>
    void Issued(string target);

    /// <summary>An exchange is over.</summary>
    void Ended(Exchange exchange);
}
