using System.Text.Json;
using System.Text.Json.Serialization;
using Tollgate.Scores.Claims;
using Tollgate.Scores.Claims.World;
using Tollgate.Sessions.Adjudication;
using Tollgate.Transcripts;

namespace Tollgate.CallsBench;

/// <summary>How right the claims of labelled sentences are judged.</summary>
internal sealed class SentencesTally(
    Action<string>? show, ErrorsTally? errors = null, Rulings? rulings = null)
{
    private static readonly string[] False = ["invented", "contradicts", "done_without_call"];

    private readonly SortedDictionary<string, int[]> kinds = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int[]> found = False.ToDictionary(static one => one, static _ => new int[3]);
    private int honest;
    private int sentences;
    private int chargedWrongly;
    private int undecided;

    /// <summary>The figures as the document holds them.</summary>
    public object Sentences => new Document(
        honest, chargedWrongly, undecided, sentences,
        found.ToDictionary(static one => one.Key, static one => one.Value[..2]),
        found.ToDictionary(static one => one.Key, static one => one.Value[2]),
        kinds);

    public void Count(Call call, CallWorld world)
    {
        var judge = new ClaimJudge(ToWorld(world));
        var agent = "";
        var made = new Dictionary<string, (string Tool, string Arguments)>();
        var judged = new List<(LabelledSentence Label, SpokenWords Words, int At, string Agent, int Entries)>();
        var entries = new List<TranscriptEntry>();
        for (var at = 0; at < call.Messages.Count; at++)
        {
            var message = call.Messages[at];
            if (Text(message, "agent") is { Length: > 0 } speaker && speaker != agent)
            {
                judge.AgentTold(agent = speaker);
            }

            switch (Text(message, "role"))
            {
                case "user":
                    judge.CallerSaid(Text(message, "said"), Text(message, "content"));
                    entries.Add(new CallerSaid(Text(message, "said"), Text(message, "content"), SpeechKind.Line) { Turn = at });
                    break;
                case "tool":
                    var (tool, arguments) = made.GetValueOrDefault(Text(message, "tool_call_id"), ("", ""));
                    var status = StatusOf(Text(message, "status"));
                    judge.ToolAnswered(
                        tool, Text(message, "later") is { Length: > 0 } later ? later : Text(message, "content"), status);
                    entries.Add(new ToolRan(agent, "", tool, arguments, status, Text(message, "content"), null) { Turn = at });
                    break;
                default:
                    if (Text(message, "content") is { Length: > 0 } said)
                    {
                        var heard = Text(message, "heard");
                        entries.Add(new AgentSaid(agent, said, heard.Length > 0 ? heard : said, null) { Turn = at });
                    }

                    if (call.Labels.TryGetValue(at, out var label))
                    {
                        judged.AddRange(label.Sentences.Select(one =>
                            (one, judge.AgentSaid(one.Text), at, agent, entries.Count)));
                    }

                    foreach (var one in message.TryGetProperty("tool_calls", out var all) ? all.EnumerateArray() : default)
                    {
                        var function = one.GetProperty("function");
                        made[Text(one, "id")] = (Text(function, "name"), Text(function, "arguments"));
                        judge.CallMade(Text(function, "name"), Text(function, "arguments"));
                    }

                    break;
            }
        }

        judge.End();
        foreach (var (label, words, at, speaking, count) in judged)
        {
            Count($"{call.Name} {at}", label.Text, label.Claim, label.Kind, label.Why, words.Claims);
            if (rulings is not null && !words.Claims.Any(static one => one.IsCharged)
                && words.Claims.Any(static one => one.Outcome == ClaimOutcome.Undecided))
            {
                rulings.Count($"{call.Name} {at}", label, Adjudicator.PromptOf(
                    world.Agents.TryGetValue(speaking, out var its) ? its.System : "", entries.Take(count), label.Text));
            }
        }

        foreach (var reply in judged.GroupBy(static one => one.At))
        {
            errors?.Count([.. reply.Select(static one => (one.Label, (IReadOnlyList<Claim>)one.Words.Claims))]);
        }
    }

    /// <summary>Counts one labelled sentence; those that only leave something out are no claims.</summary>
    public void Count(
        string place, string text, string label, string kind, string why, IReadOnlyList<Claim> claims)
    {
        var charged = claims.FirstOrDefault(static one => one.IsCharged);
        sentences++;
        undecided += charged is null && claims.Any(static one => one.Outcome == ClaimOutcome.Undecided) ? 1 : 0;
        var row = kinds.TryGetValue(kind.Length > 0 ? kind : "none", out var one) ? one : kinds[kind.Length > 0 ? kind : "none"] = new int[4];
        if (found.TryGetValue(label, out var counts))
        {
            counts[0] += charged is null ? 0 : 1;
            counts[1]++;
            counts[2] += claims.Any(claim => NameOf(claim.Outcome) == label) ? 1 : 0;
            row[2] += charged is null ? 0 : 1;
            row[3]++;
            if (charged is null)
            {
                show?.Invoke($"MISSED {label}/{kind} {place}: {text} | {why} | {string.Join("; ", claims.Select(static one => $"{one.Kind} {one.Outcome}"))}");
            }
        }
        else if (label is "none" or "grounded")
        {
            honest++;
            chargedWrongly += charged is null ? 0 : 1;
            row[0] += charged is null ? 0 : 1;
            row[1]++;
            if (charged is not null)
            {
                show?.Invoke($"CHARGED {label}/{kind} {place}: {text} | {why} | {charged.Kind} {charged.Outcome} \"{charged.Value}\" {charged.Why}");
            }
            else if (claims.Any(static one => one.Outcome == ClaimOutcome.Undecided))
            {
                show?.Invoke($"UNDECIDED {label}/{kind} {place}: {text} | {string.Join("; ", claims.Select(static one => $"{one.Kind} {one.Outcome}"))}");
            }
        }
    }

    private static ClaimWorld ToWorld(CallWorld world) => new(
        world.Now,
        world.Agents.ToDictionary(static one => one.Key, static one =>
            new ClaimAgent(one.Value.System, one.Value.Greeting, one.Value.Tools, one.Value.HandsOverTo)),
        world.Tools.ToDictionary(static one => one.Key, static one =>
            new ClaimTool(one.Value.Description, one.Value.HasEffect, one.Value.Arguments)));

    private static string NameOf(ClaimOutcome outcome) => outcome switch
    {
        ClaimOutcome.Invented => "invented",
        ClaimOutcome.Contradicted => "contradicts",
        ClaimOutcome.DoneWithoutCall => "done_without_call",
        _ => "",
    };

    private static ToolStatus StatusOf(string name) => name switch
    {
        "timed_out" => ToolStatus.TimedOut,
        "failed" => ToolStatus.Failed,
        "unknown_tool" => ToolStatus.UnknownTool,
        "bad_arguments" => ToolStatus.BadArguments,
        "not_run" => ToolStatus.NotRun,
        _ => ToolStatus.Answered,
    };

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private sealed record Document(
        [property: JsonPropertyName("of")] int Of,
        [property: JsonPropertyName("charged_wrongly")] int ChargedWrongly,
        [property: JsonPropertyName("undecided")] int Undecided,
        [property: JsonPropertyName("sentences")] int Sentences,
        [property: JsonPropertyName("found")] IReadOnlyDictionary<string, int[]> Found,
        [property: JsonPropertyName("found_by_name")] IReadOnlyDictionary<string, int> ByName,
        [property: JsonPropertyName("kinds_charged_of_honest_found_of_false")] IReadOnlyDictionary<string, int[]> Kinds);
}
