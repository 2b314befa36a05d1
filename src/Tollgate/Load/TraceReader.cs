using System.Globalization;

namespace Tollgate.Load;

/// <summary>
/// Reads traces in the format of the Azure public data set: a header line, then a line a request with its instant, the
/// tokens of its prompt and the tokens of its answer, such as <c>2023-11-16 18:15:46.6805900,374,44</c>. Seconds have
/// up to seven decimals. Every line counts: one that cannot be read is an error, none is left out.
/// </summary>
public static class TraceReader
{
    /// <summary>The header that the file must have.</summary>
    public const string Header = "TIMESTAMP,ContextTokens,GeneratedTokens";

    /// <summary>The most tokens that a prompt or an answer may have.</summary>
    public const int MaxTokens = 10_000_000;

    /// <param name="reader">The file's text; lines end in LF or CR LF.</param>
    /// <param name="file">The file's name, for messages.</param>
    public static TraceResult Read(TextReader reader, string file)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var header = reader.ReadLine();
        if (header?.TrimStart('\uFEFF').TrimEnd() != Header)
        {
            return Error(file, 1, header is null
                ? $"the file is empty; expected the header \"{Header}\""
                : $"found \"{Excerpt(header)}\"; expected the header \"{Header}\"");
        }

        var entries = new List<TraceEntry>();
        DateTime? first = null;
        var last = DateTime.MinValue;
        for (var line = 2; reader.ReadLine() is { } text; line++)
        {
            if (text.Length == 0 && reader.Peek() < 0)
            {
                break; // A blank last line is how some editors end a file.
            }

            if (ReadLine(text, out var at, out var size) is { } wrong)
            {
                return Error(file, line, wrong);
            }

            if (at < last)
            {
                return Error(
                    file, line, $"{Instant(at)} is before the line above it, {Instant(last)}; expected lines in "
                        + "order of time");
            }

            last = at;
            first ??= at;
            entries.Add(new TraceEntry((at - first.Value).Ticks * 100, size));
        }

        return entries.Count == 0
            ? Error(file, 2, "the file holds no request; expected a line a request after the header")
            : new TraceResult(new Trace(entries), null);
    }

    private static string? ReadLine(string text, out DateTime at, out PromptSize size)
    {
        size = default;
        var fields = text.Split(',');
        if (fields.Length != 3)
        {
            at = default;
            return $"found {fields.Length} field(s) in \"{Excerpt(text)}\"; expected three: {Header}";
        }

        if (!DateTime.TryParseExact(
                fields[0], "yyyy-MM-dd HH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
        {
            return $"found \"{Excerpt(fields[0])}\"; expected an instant such as 2023-11-16 18:15:46.6805900";
        }

        if (ReadTokens(fields[1], "ContextTokens", out var prompt) is { } wrongPrompt)
        {
            return wrongPrompt;
        }

        if (ReadTokens(fields[2], "GeneratedTokens", out var output) is { } wrongOutput)
        {
            return wrongOutput;
        }

        size = new PromptSize(prompt, output);
        return null;
    }

    private static string? ReadTokens(string text, string name, out int tokens) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out tokens)
            && tokens is >= 0 and <= MaxTokens
            ? null
            : $"{name} is \"{Excerpt(text)}\"; expected a whole number from 0 to {MaxTokens}";

    private static string Instant(DateTime at) =>
        at.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    private static string Excerpt(string text) => text.Length <= 60 ? text : text[..57] + "...";

    private static TraceResult Error(string file, int line, string message) =>
        new(null, new TraceError(file, line, message));
}
