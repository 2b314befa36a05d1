namespace Tollgate.Suites.Importing;

/// <summary>A wish of an imported call.</summary>
/// <param name="Name">Unique in the suite.</param>
/// <param name="Body">Its keys and values, as a suite has them.</param>
internal sealed record ImportedWish(string Name, OrderedDictionary<string, object> Body)
{
    /// <summary>The tools that it looks up with or calls.</summary>
    public IEnumerable<string> Tools => new[] { "looks_up", "does" }
        .SelectMany(key => Body.TryGetValue(key, out var calls) ? (IEnumerable<object>)calls : [])
        .SelectMany(call => ((OrderedDictionary<string, object>)call).Keys);
}
