using System.Buffers;
using System.Security.Cryptography;
using Tollgate.Figures;
using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>
/// The canonical form of a rubric: compact JSON with keys in ordinal order, every default filled in, criteria by name.
/// A key that came after version 1 was in use is left out where it is not given.
/// Two files that mean the same have the same form, whatever their order, comments and layout.
/// </summary>
internal static class RubricForm
{
    /// <summary>The form of a rubric that was read; its own digests do not count.</summary>
    public static string Write(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        var buffer = new ArrayBufferWriter<byte>();

        // The writer's own escapes leave nothing but ASCII, so that no later version of Unicode changes a form.
        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, rubric);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>SHA-256 of the text's UTF-8 bytes, in lower-case hexadecimal digits.</summary>
    public static string DigestOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Where two forms differ: keys as a file spells them, such as <c>criteria[cost].win</c>.</summary>
    /// <param name="before">A canonical form.</param>
    /// <param name="after">Another.</param>
    /// <exception cref="JsonException">One of them is no canonical form.</exception>
    public static IReadOnlyList<string> Differences(string before, string after)
    {
        using var a = JsonDocument.Parse(before);
        using var b = JsonDocument.Parse(after);
        return [.. Differences("", a.RootElement, b.RootElement)];
    }

    /// <summary>
    /// A criterion's name in the form: where nobody gave it one it is the figure's, as that was first published.
    /// </summary>
    public static string NameOf(Criterion criterion) =>
        criterion.Name == criterion.Figure.Name ? FigureOf(criterion.Figure) : criterion.Name;

    private static string FigureOf(Figure figure) => figure.Source == FigureSource.Number
        ? figure.Name
        : FigureCatalog.Find(figure.Name)?.FormName ?? figure.Name;

    private static void Write(Utf8JsonWriter json, Rubric rubric)
    {
        json.WriteStartObject();
        json.WriteString("about", rubric.About);
        json.WriteString("claim", SnakeCase.Of(rubric.Claim));
        json.WriteNumber("confidence", rubric.Confidence);
        json.WriteStartArray("criteria");
        foreach (var criterion in rubric.Criteria.OrderBy(NameOf, StringComparer.Ordinal))
        {
            Write(json, criterion);
        }

        json.WriteEndArray();
        json.WriteStartArray("leave_out");
        foreach (var one in rubric.LeaveOut
            .OrderBy(one => one.Session, StringComparer.Ordinal).ThenBy(one => one.Ending))
        {
            json.WriteStartObject();
            json.WriteString("because", one.Because);
            json.WriteString("ending", one.Ending is { } ending ? SnakeCase.Of(ending) : null);
            json.WriteString("session", one.Session);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("looks");
        json.WriteStartArray("at");
        foreach (var look in rubric.PlannedLooks)
        {
            json.WriteNumberValue(look);
        }

        json.WriteEndArray();
        json.WriteString("design", SnakeCase.Of(rubric.InterimLooks));
        json.WriteEndObject();
        json.WriteNumber("loss_confidence", rubric.LossConfidence);
        json.WriteString("rubric", rubric.Name);
        json.WriteNumber("schema", 1);

        // Keys that came later stand there only where they are given: what was published before keeps its digest.
        if (rubric.Seed is { } seed)
        {
            json.WriteNumber("seed", seed);
        }

        json.WriteStartObject("sessions");
        json.WriteNumber("fewest", rubric.MinSessions);
        json.WriteNumber("planned", rubric.PlannedSessions);
        json.WriteNumber("scripts", rubric.PlannedScripts);
        json.WriteEndObject();
        json.WriteNumber("wins", rubric.Wins);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Criterion criterion)
    {
        var figure = criterion.Figure;
        json.WriteStartObject();
        Write(json, "assume", criterion.Assume);
        Write(json, "at_least", criterion.AtLeast);
        Write(json, "at_most", criterion.AtMost);
        Write(json, "bad_loss", criterion.BadLoss);
        json.WriteString("better", SnakeCase.Of(criterion.Better));
        json.WriteString("currency", criterion.Currency);
        json.WriteString("figure", FigureOf(figure));
        Write(json, "hope", criterion.ExpectedEffect ?? criterion.Win with { Amount = criterion.Win.Amount * 2 });
        json.WriteString("may_be_missing", criterion.MayBeMissing);
        if (criterion.Missing != MissingNumber.Refuse)
        {
            json.WriteString("missing", SnakeCase.Of(criterion.Missing));
        }

        json.WriteString("name", NameOf(criterion));
        if (criterion.Error is { } error)
        {
            json.WriteStartObject(PublishedErrors.Key);
            Write(json, "charged", error.Charged, error.Honest);
            Write(json, "found", error.Found, error.Of);
            json.WriteEndObject();
        }

        json.WriteString("source", SnakeCase.Of(figure.Source));
        json.WriteString("statistic", figure.Kind == FigureKind.Quantile
            ? FormattableString.Invariant($"p{figure.Quantile * 100:0.###}")
            : SnakeCase.Of(figure.Kind));
        if (criterion.Undecided is { } undecided)
        {
            json.WriteNumber("undecided", undecided);
        }

        json.WriteString("unit", SnakeCase.Of(figure.Unit));
        Write(json, "win", criterion.Win);
        if (criterion.Worst is { } worst)
        {
            json.WriteNumber("worst", worst);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string key, int some, int of)
    {
        json.WriteStartArray(key);
        json.WriteNumberValue(some);
        json.WriteNumberValue(of);
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, string key, double? value)
    {
        if (value is { } number)
        {
            json.WriteNumber(key, number);
        }
        else
        {
            json.WriteNull(key);
        }
    }

    private static void Write(Utf8JsonWriter json, string key, Margin margin)
    {
        json.WriteStartObject(key);
        json.WriteNumber("amount", margin.Amount);
        json.WriteBoolean("relative", margin.Relative);
        json.WriteEndObject();
    }

    private static IEnumerable<string> Differences(string path, JsonElement a, JsonElement b)
    {
        if (a.ValueKind == JsonValueKind.Object && b.ValueKind == JsonValueKind.Object
            && !a.TryGetProperty("relative", out _))
        {
            var pairs = Keys(a).Union(Keys(b)).Order(StringComparer.Ordinal)
                .Select(key => (Key: path.Length == 0 ? key : $"{path}.{key}", A: Member(a, key), B: Member(b, key)));
            return pairs.SelectMany(pair => Compare(pair.Key, pair.A, pair.B));
        }

        // Criteria are told apart by name, wherever they stand.
        return path == "criteria" && Named(a) is { } before && Named(b) is { } after
            ? before.Keys.Union(after.Keys).Order(StringComparer.Ordinal).SelectMany(name => Compare(
                $"criteria[{name}]", Value(before, name), Value(after, name)))
            : a.GetRawText() == b.GetRawText() ? [] : [path];
    }

    private static IEnumerable<string> Compare(string path, JsonElement? a, JsonElement? b) =>
        a is { } before && b is { } after ? Differences(path, before, after) : [path];

    private static IEnumerable<string> Keys(JsonElement of) => of.EnumerateObject().Select(member => member.Name);

    private static JsonElement? Member(JsonElement of, string key) =>
        of.TryGetProperty(key, out var value) ? value : null;

    private static Dictionary<string, JsonElement>? Named(JsonElement list) => list.ValueKind == JsonValueKind.Array
        ? list.EnumerateArray().ToDictionary(one => one.GetProperty("name").GetString() ?? "", StringComparer.Ordinal)
        : null;

    private static JsonElement? Value(Dictionary<string, JsonElement> of, string name) =>
        of.TryGetValue(name, out var value) ? value : null;
}
