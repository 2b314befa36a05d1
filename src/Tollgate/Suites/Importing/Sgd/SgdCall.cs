namespace Tollgate.Suites.Importing.Sgd;

/// <summary>A call of a service and what came of it.</summary>
/// <param name="Parameters">The arguments.</param>
/// <param name="Results">What was found; what could be had instead, where it failed.</param>
/// <param name="Failed">The system says that it could not be done, or nothing was found.</param>
/// <param name="Turn">The user's turn before it.</param>
internal sealed record SgdCall(
    IReadOnlyDictionary<string, string> Parameters, IReadOnlyList<IReadOnlyDictionary<string, string>> Results,
    bool Failed, SgdUserTurn Turn)
{
    public bool IsSameAs(SgdCall other) => Parameters.Count == other.Parameters.Count
        && Parameters.All(one => other.Parameters.GetValueOrDefault(one.Key) == one.Value);
}
