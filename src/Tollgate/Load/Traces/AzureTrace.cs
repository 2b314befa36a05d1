using Tollgate.Load.Prompts;

namespace Tollgate.Load.Traces;

/// <summary>
/// Traces in the formats of the Azure public data sets: a header line, then a line a request with its instant,
/// the tokens of its prompt and the tokens of its answer, such as <c>2023-11-16 18:15:46.6805900,374,44</c> (2023) or
/// <c>2024-05-10 00:00:00.009930+00:00,2162,5</c> (2024). The columns are found by their names, in any case and among
/// others. Seconds have up to seven decimals. Every line counts: one that cannot be read is an error, none is left out.
/// </summary>
internal sealed class AzureTrace : ITraceFormat
{
    private const string Header = "TIMESTAMP,ContextTokens,GeneratedTokens";

    private static readonly string[] Names = Header.Split(',');

    private static readonly string[] Instants =
        ["yyyy-MM-dd HH:mm:ss.FFFFFFF", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF"];

    private static readonly string[] InstantsWithOffset = [.. Instants.Select(static form => form + "K")];

    public string Expected => $"the header \"{Header}\"";

    public bool Recognizes(string firstLine) => !PlacesOf(TraceFields.Split(firstLine)).Contains(-1);

    public TraceResult Read(string firstLine, TextReader rest, string file)
    {
        var header = firstLine;
        var columns = TraceFields.Split(header);
        var places = PlacesOf(columns);
        var entries = new List<TraceEntry>();
        (DateTime At, bool HasOffset)? first = null;
        var last = DateTime.MinValue;
        var blank = 0;
        for (var line = 2; rest.ReadLine() is { } text; line++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                // Blank last lines are how some editors end a file.
                blank = blank > 0 ? blank : line;
                continue;
            }

            if (blank > 0)
            {
                return Error(file, blank, "the line is blank, and others follow; expected a request");
            }

            var fields = TraceFields.Split(text);
            if (fields.Count != columns.Count)
            {
                return Error(
                    file, line, $"found {fields.Count} field(s) in \"{TraceReader.Excerpt(text)}\"; expected {columns.Count}: {TraceReader.Excerpt(header)}");
            }

            if (ReadLine(Array.ConvertAll(places, place => fields[place]), out var at, out var hasOffset, out var size)
                is { } wrong)
            {
                return Error(file, line, wrong);
            }

            first ??= (at, hasOffset);
            if (hasOffset != first.Value.HasOffset)
            {
                return Error(
                    file, line, $"found \"{TraceReader.Excerpt(fields[places[0]])}\" {(hasOffset ? "with" : "without")} an offset from UTC; expected it as in the first line");
            }

            if (at < last)
            {
                return Error(
                    file, line, $"{Instant(at)} is before the line above it, {Instant(last)}; expected lines in "
                        + "order of time");
            }

            last = at;
            entries.Add(new TraceEntry((at - first.Value.At).Ticks * 100, size));
        }

        return entries.Count == 0
            ? Error(file, 2, "the file holds no request; expected a line a request after the header")
            : new TraceResult(new Trace(entries), null);
    }

    private static int[] PlacesOf(List<string> columns) => Array.ConvertAll(
        Names, name => columns.FindIndex(one => one.Equals(name, StringComparison.OrdinalIgnoreCase)));

    private static string? ReadLine(string[] fields, out DateTime at, out bool hasOffset, out PromptSize size)
    {
        size = default;
        hasOffset = false;
        if (!DateTime.TryParseExact(
                fields[0], Instants, CultureInfo.InvariantCulture, DateTimeStyles.None, out at))
        {
            hasOffset = true;
            if (!DateTimeOffset.TryParseExact(
                    fields[0], InstantsWithOffset, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal,
                    out var instant))
            {
                return $"found \"{TraceReader.Excerpt(fields[0])}\"; expected an instant such as 2023-11-16 18:15:46.6805900, with or without an offset such as +00:00";
            }

            at = instant.UtcDateTime;
        }

        if (ReadTokens(fields[1], Names[1], out var prompt) is { } wrongPrompt)
        {
            return wrongPrompt;
        }

        if (ReadTokens(fields[2], Names[2], out var output) is { } wrongOutput)
        {
            return wrongOutput;
        }

        size = new PromptSize(prompt, output);
        return null;
    }

    private static string? ReadTokens(string text, string name, out int tokens) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out tokens)
            && tokens is >= 0 and <= TraceReader.MaxTokens
            ? null
            : $"{name} is \"{TraceReader.Excerpt(text)}\"; expected a whole number from 0 to {TraceReader.MaxTokens}";

    private static string Instant(DateTime at) =>
        at.ToString("yyyy-MM-dd HH:mm:ss.fffffff", CultureInfo.InvariantCulture);

    private static TraceResult Error(string file, int line, string message) =>
        new(null, new TraceError(file, line, message));
}
