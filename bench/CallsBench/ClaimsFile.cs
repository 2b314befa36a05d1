using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Tollgate.Scores.Claims;
using Tollgate.Scores.Claims.World;
using Tollgate.Transcripts;

namespace Tollgate.CallsBench;

/// <summary>Small written situations with one labelled sentence each, a JSON object a line.</summary>
internal static partial class ClaimsFile
{
    /// <summary>Counts the situations of one half: those whose system text's hash is even, or odd; null for all.</summary>
    public static void Count(string path, string? half, SentencesTally tally)
    {
        foreach (var line in File.ReadLines(path).Where(static line => line.Length > 0))
        {
            var root = JsonElement.Parse(line);
            var system = root.GetProperty("system").GetString()!; // Every situation has one.
            if (half is not null && IsEven(system) != (half == "even"))
            {
                continue;
            }

            var day = root.GetProperty("day").GetString()!;
            var now = DateTime.Parse(day[..16], CultureInfo.InvariantCulture);
            var calls = root.GetProperty("calls").EnumerateArray().ToList();
            var tools = ToolNames().Matches(system).Select(static one => one.Value)
                .Concat(Listed().Matches(system).SelectMany(static one => one.Groups["name"].Captures.Select(static name => name.Value)))
                .Concat(calls.Select(static one => one.GetProperty("name").GetString()!)).Distinct()
                .ToDictionary(static name => name, static name =>
                    new ClaimTool("", !ActWords.Read(name), new Dictionary<string, string>()));
            var judge = new ClaimJudge(new ClaimWorld(
                now, new Dictionary<string, ClaimAgent> { ["agent"] = new(system, "", [.. tools.Keys], []) }, tools));
            judge.AgentTold("agent");
            var caller = root.GetProperty("caller").GetString()!;
            judge.CallerSaid(caller, caller);
            foreach (var call in calls)
            {
                judge.CallMade(call.GetProperty("name").GetString()!, call.GetProperty("arguments").GetRawText());
                judge.ToolAnswered(
                    call.GetProperty("name").GetString()!, call.GetProperty("result").GetRawText(), ToolStatus.Answered);
            }

            var text = root.GetProperty("s").GetString()!;
            tally.Count(
                $"[{system}] {root.GetProperty("calls").GetRawText()} C: {caller} {day}", text,
                root.GetProperty("claim").GetString()!, root.GetProperty("kind").GetString()!,
                root.GetProperty("why").GetString()!, judge.Judge(text));
        }
    }

    // The same on every machine.
    private static bool IsEven(string text) => text.Aggregate(0u, static (hash, c) => (hash * 31) + c) % 2 == 0;

    [GeneratedRegex(@"\b[a-z]+(?:_[a-z]+)+\b")]
    private static partial Regex ToolNames();

    // "Tools: book, cancel, waitlist_add."
    [GeneratedRegex(@"(?:Tools:|^[A-Z][\w' ]+\.) (?<name>[a-z_]+)(?:, (?<name>[a-z_]+))*\.")]
    private static partial Regex Listed();
}
