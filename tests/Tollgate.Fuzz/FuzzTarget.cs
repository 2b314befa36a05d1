namespace Tollgate.Fuzz;

/// <summary>A reader of something that comes from outside.</summary>
/// <param name="Name">The target's name, and that of its folder of seeds.</param>
/// <param name="Read">
/// Reads an input to its end, whatever it is. It returns where the reader says what is wrong in its own way; an exception
/// is a fault.
/// </param>
/// <param name="Words">What inputs of this kind are made of: inserted here and there.</param>
internal sealed record FuzzTarget(string Name, Action<byte[]> Read, params string[] Words)
{
    /// <summary>Inputs beside the files under <c>Seeds</c>; made anew each time.</summary>
    public Func<IEnumerable<byte[]>> MoreSeeds { get; init; } = static () => [];

    /// <summary>The seeds, in the order of their names.</summary>
    public IReadOnlyList<(string Name, byte[] Bytes)> Seeds()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Seeds", Name);
        var files = Directory.Exists(folder) ? Directory.GetFiles(folder) : [];
        return
        [
            .. files.Order(StringComparer.Ordinal).Select(static file => (Path.GetFileName(file), File.ReadAllBytes(file))),
            .. MoreSeeds().Select(static (bytes, index) => ($"made-{index}", bytes)),
        ];
    }
}
