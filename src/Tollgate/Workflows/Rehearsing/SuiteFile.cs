using Tollgate.Input;
using Tollgate.Suites;
using Tollgate.Suites.Reading;

namespace Tollgate.Workflows.Rehearsing;

/// <summary>A suite, and the YAML it was read from, which run files keep.</summary>
/// <param name="Suite">The suite.</param>
/// <param name="Text">Its YAML.</param>
public sealed record SuiteFile(Suite Suite, string Text)
{
    /// <summary>Reads a suite from a file.</summary>
    /// <param name="path">A YAML file.</param>
    /// <exception cref="FormatException">The suite is wrong. The message lists every error with its line and column.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static SuiteFile Load(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return InputFiles.TryReadBytes(path, out var bytes, out var error)
            ? Of(SuiteReader.Read(bytes, path), InputFiles.Decode(bytes))
            : throw new IOException($"{path}: {error}; expected a suite");
    }

    /// <summary>Reads a suite from text.</summary>
    /// <param name="text">YAML.</param>
    /// <param name="name">The suite's name in messages.</param>
    /// <exception cref="FormatException">The suite is wrong. The message lists every error with its line and column.</exception>
    public static SuiteFile Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Of(SuiteReader.Read(text, name), text);
    }

    private static SuiteFile Of(SuiteResult read, string text) => read.Suite is { } suite
        ? new SuiteFile(suite, text)
        : throw new FormatException(string.Join('\n', read.Errors));
}
