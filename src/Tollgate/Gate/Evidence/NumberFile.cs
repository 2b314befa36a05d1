using CsvHelper;
using Tollgate.Input;

namespace Tollgate.Gate.Evidence;

/// <summary>
/// Numbers that a team brings: CSV with a header that has the columns <c>session</c> and <c>value</c>, in any order and
/// among others; a line a value. A session is a call's name as reports print it, <c>NAME</c> or <c>NAME#2</c> for its
/// third repetition; where the run is no rehearsal, the task's number; with several runs on a side, with the run's name
/// and a colon before it. Immutable.
/// </summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Rows">In the order of lines; not empty. Several of one session are several values.</param>
internal sealed record NumberFile(string File, IReadOnlyList<NumberRow> Rows)
{
    private const string Session = "session";
    private const string Value = "value";

    // Whoever gives the wrong file need not read all of it again as errors.
    private const int MaxErrors = 20;
    private const int MaxLineLength = 1 << 20;

    // Far above whatever anybody counts, and far below where sums and squares have no digits left.
    private const double MaxValue = 1e15;

    /// <summary>Reads a file's text. Pure.</summary>
    /// <param name="text">The text.</param>
    /// <param name="file">Its name, for messages.</param>
    public static NumberFileResult Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var errors = new List<InputError>();
        var rows = new List<NumberRow>();
        try
        {
            using var csv = CsvReader.FromText(text.TrimStart('\uFEFF'), CsvReaderOptions.Default with
            {
                Separator = ',',
                TrimWhitespace = true,
                TrackLineNumbers = true,
                MaxRecordSize = MaxLineLength,
                OnMalformedRecord = found => errors.Add(new InputError(
                    file, (int)found.LineNumber, null,
                    "a quotation mark stands where none may; expected it around a whole field, and doubled inside of one")),
            });
            csv.ReadHeader();
            if (Columns([.. csv.Headers], file, errors) is var (session, value))
            {
                while (errors.Count < MaxErrors && csv.Read())
                {
                    ReadRow(csv, session, value, file, rows, errors);
                }
            }
        }
        catch (CsvFormatException wrong)
        {
            errors.Add(new InputError(file, (int)wrong.LineNumber, null, $"the line cannot be read ({wrong.Message})"));
        }

        if (rows.Count == 0 && errors.Count == 0)
        {
            errors.Add(new InputError(file, null, null, "the file holds no values; expected a line a value"));
        }

        return errors.Count == 0
            ? new NumberFileResult(new NumberFile(file, rows), [])
            : new NumberFileResult(null, errors);
    }

    private static (int Session, int Value)? Columns(string[] header, string file, List<InputError> errors)
    {
        if (header.All(string.IsNullOrWhiteSpace))
        {
            errors.Add(new InputError(
                file, null, null, $"the file is empty; expected a header with the columns `{Session}` and `{Value}`"));
            return null;
        }

        foreach (var column in new[] { Session, Value })
        {
            var times = header.Count(name => name == column);
            if (times != 1)
            {
                errors.Add(new InputError(file, 1, null, times > 1
                    ? $"the column `{column}` is there {times} times; expected it once"
                    : $"there is no column `{column}`; found {string.Join(", ", header.Select(name => $"\"{name}\""))}"
                        + (Suggestions.Nearest(column, header) is { } near
                            ? $"; is \"{near}\" meant?"
                            : "; expected a header such as session,value")));
            }
        }

        return errors.Count == 0 ? (Array.IndexOf(header, Session), Array.IndexOf(header, Value)) : null;
    }

    private static void ReadRow(
        CsvReader csv, int sessionAt, int valueAt, string file, List<NumberRow> rows, List<InputError> errors)
    {
        var line = (int)csv.LineNumber;
        var (session, found) = (Field(sessionAt), Field(valueAt));
        var value = 0.0;
        var message =
            session.Length == 0 ? "found no session; expected a call's name, or a task's number"
            : found.Length == 0 ? $"found no value for \"{session}\"; expected a number, or no line at all"
            : !double.TryParse(found, NumberStyles.Float, CultureInfo.InvariantCulture, out value)
                ? $"found \"{found}\" for \"{session}\"; expected a number such as 4.5"
            : !double.IsFinite(value) ? $"found {found} for \"{session}\"; expected a finite number"
            : Math.Abs(value) > MaxValue ? FormattableString.Invariant($"found {found} for \"{session}\"; expected a number of at most {MaxValue:0e+0}, above or below zero")
            : null;
        if (message is not null)
        {
            errors.Add(new InputError(file, line, null, message));
            return;
        }

        rows.Add(new NumberRow(line, session, value));

        string Field(int at) => at < csv.FieldCount ? csv.GetString(at).Trim() : "";
    }
}
