namespace Tollgate.Load.Traces;

/// <summary>Reads traces, in any of the formats.</summary>
internal static class TraceReader
{
    /// <summary>The most tokens that a prompt or an answer may have.</summary>
    public const int MaxTokens = 10_000_000;

    /// <summary>The formats; the first that recognizes a file's first line reads it.</summary>
    public static IReadOnlyList<ITraceFormat> Formats { get; } = [new AzureTrace()];

    /// <param name="reader">The file's text; lines end in LF or CR LF.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static TraceResult Read(TextReader reader, string file)
    {
        var expected = string.Join(" or ", Formats.Select(static format => format.Expected));
        return reader.ReadLine()?.TrimStart('\uFEFF') is not { } first
            ? Error(file, $"the file is empty; expected {expected}")
            : Formats.FirstOrDefault(format => format.Recognizes(first)) is { } format
            ? format.Read(first, reader, file)
            : Error(file, $"found \"{Excerpt(first)}\"; expected {expected}");
    }

    /// <summary>The beginning of what a file holds, for messages.</summary>
    internal static string Excerpt(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private static TraceResult Error(string file, string message) => new(null, new TraceError(file, 1, message));
}
