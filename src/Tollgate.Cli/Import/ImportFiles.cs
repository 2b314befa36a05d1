namespace Tollgate.Cli.Import;

/// <summary>The files of a data set that are to be read.</summary>
/// <param name="Files">The files; empty where there is a refusal.</param>
/// <param name="Refusal">Why there are none, as one sentence; null where there are some.</param>
internal sealed record ImportFiles(IReadOnlyList<string> Files, string? Refusal = null)
{
    /// <summary>What to say before they are read; null for nothing.</summary>
    public string? Note { get; init; }

    /// <summary>A folder and all files in it.</summary>
    public static IReadOnlyList<string> In(string folder) =>
        Directory.Exists(folder) ? [folder, .. Directory.EnumerateFiles(folder)] : [folder];
}
