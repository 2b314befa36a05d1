using System.Text.Json;

namespace Tollgate.RecognitionBench;

/// <summary>What a person said and what a real recogniser heard, aligned.</summary>
internal sealed record Pair(int Id, string Mic, string Said, IReadOnlyList<string> Entities, Tally Tally)
{
    public static List<Pair> ReadSlurp(string folder) =>
        [.. Lines(folder, "slurp-pairs.jsonl").Select(line =>
        {
            var said = Text(line, "said");
            var entities = line.GetProperty("entities").EnumerateArray().Select(one => Text(one, "words")).ToList();
            return new Pair(
                line.GetProperty("id").GetInt32(), Text(line, "mic"), said, entities,
                Tally.Of(said, Text(line, "heard"), entities));
        })];

    // The entities there are values, not words of the turn: names are known by their capitals instead.
    public static List<Pair> ReadTelephone(string folder) =>
        [.. Lines(folder, "telephone-synthetic.jsonl").Select((line, at) =>
        {
            var said = Text(line, "said");
            var entities = line.GetProperty("entities").EnumerateObject().Select(one => one.Value.ToString())
                .Where(value => said.Contains(value, StringComparison.Ordinal)).ToList();
            return new Pair(at, "telephone", said, entities, Tally.Of(said, Text(line, "heard"), entities));
        })];

    /// <summary>Postcodes as callers meant them and as the recogniser's first guess has them, both bare.</summary>
    public static List<(string Meant, string Heard)> ReadPostcodes(string folder) =>
        [.. Lines(folder, "evi-identity.jsonl").Where(line => Text(line, "item") == "postcode")
            .Select(line => (Text(line, "meant"), line.GetProperty("heard").EnumerateArray()
                .Select(one => one.GetString() ?? "").FirstOrDefault("")))];

    private static IEnumerable<JsonElement> Lines(string folder, string file) =>
        File.ReadLines(Path.Combine(folder, "asr", file)).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement one, string name) => one.GetProperty(name).GetString() ?? "";
}
