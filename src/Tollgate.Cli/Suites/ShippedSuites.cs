using Tollgate.Input;
using Tollgate.Suites.Reading;

namespace Tollgate.Cli.Suites;

/// <summary>
/// The suites that a command can be given: a file, or one of those that come with the program, by its name.
/// </summary>
internal static class ShippedSuites
{
    private const string Prefix = "suites/";
    private const string Ending = ".yaml";

    /// <summary>The names of those that come with the program.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        .. typeof(ShippedSuites).Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Select(name => name[Prefix.Length..^Ending.Length]).Order(StringComparer.Ordinal),
    ];

    /// <summary>Reads a suite; a file goes before a name.</summary>
    /// <param name="which">A file's name, or a shipped suite's.</param>
    /// <returns>The suite or what is wrong, and its text.</returns>
    public static (SuiteResult Result, string Text) Load(string which)
    {
        if (!File.Exists(which) && Names.Contains(which))
        {
            using var stream = typeof(ShippedSuites).Assembly.GetManifestResourceStream(Prefix + which + Ending)!;
            using var reader = new StreamReader(stream); // It is one of the names.
            var text = reader.ReadToEnd();
            return (SuiteReader.Read(text, which), text);
        }

        if (InputFiles.TryReadBytes(which, out var given, out var error))
        {
            return (SuiteReader.Read(given, which), InputFiles.Decode(given));
        }

        return (new SuiteResult(null, [new InputError(which, null, null, File.Exists(which) || Directory.Exists(which)
            ? $"{error}; expected a suite"
            : $"there is no such file; {(Suggestions.Nearest(which, Names) is { } near
                ? $"did you mean {near}?"
                : $"expected a suite, or one of {string.Join(", ", Names)}")}")]), "");
    }
}
