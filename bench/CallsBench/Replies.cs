using System.Text.Json;
using Tollgate.Sessions;
using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.CallsBench;

/// <summary>
/// Puts today's caller into the place of the recorded one: it hears the recorded turns of the agent and answers each.
/// What it answers is printed beside what was answered then. The call goes on as recorded, whatever it says.
/// </summary>
internal static class Replies
{
    private const ulong Seed = 7;

    /// <param name="calls">Recorded calls; those whose session the suite does not have are passed over.</param>
    /// <param name="suites">The folder of the suites' files.</param>
    /// <param name="all">Print every reply, and not only those whose recorded one did not fit.</param>
    /// <param name="print">Where the lines go.</param>
    public static void Show(IEnumerable<Call> calls, string suites, bool all, Action<string> print)
    {
        foreach (var call in calls)
        {
            var file = Path.Combine(suites, call.Suite + ".yaml");
            var suite = SuiteReader.Read(File.ReadAllText(file), file).Suite;
            if (suite?.Find(call.Session) is { Brief: { } brief })
            {
                Show(call, new ListeningSeat(brief, suite, new RandomStream(Seed).Fork(4)), all, print);
            }
        }
    }

    private static void Show(Call call, ListeningSeat caller, bool all, Action<string> print)
    {
        var heard = new List<string>();
        var answered = Answered(call);
        var agent = "";
        Label? label = null;
        for (var at = 0; at < call.Messages.Count; at++)
        {
            var message = call.Messages[at];
            switch (Text(message, "role"))
            {
                case "assistant" when Text(message, "content") is { Length: > 0 } words:
                    agent = Text(message, "agent") is { Length: > 0 } named ? named : agent;
                    heard.Add(message.TryGetProperty("heard", out var part) ? part.GetString() ?? "" : words);
                    label = call.Labels.GetValueOrDefault(at);
                    break;
                case "assistant":
                    agent = Text(message, "agent") is { Length: > 0 } caller2 ? caller2 : agent;
                    foreach (var made in Calls(message).Where(made => answered.Contains(made.Id)))
                    {
                        caller.Answered(made.Tool, made.ArgumentsJson);
                    }

                    break;
                case "user" when Text(message, "kind") is not ("backchannel" or "continuation"):
                    var words2 = string.Join(' ', heard);
                    var move = caller.Next(agent, words2);
                    if (all || label?.Reply is "odd" or "lost" or "contradicts")
                    {
                        print($"{call.Name}/{at} {label?.Reply ?? "-"}\n    agent: {words2}\n    then:  {Text(message, "said")}\n    now:   {move.Text}{(move.Ends is { } end ? $"({end})" : "")}");
                        print($"    should: {label?.Should}\n    heard: {string.Join("; ", caller.LastHeard.Select(static act => $"{act.Kind}({act.SlotName ?? act.Slot?.ToString()}) [{act.Sentence}]{string.Concat(act.Values.Select(static value => $" {value.Kind}:{value.Value}"))}"))}");
                    }

                    heard.Clear();
                    break;
                default:
                    break;
            }
        }
    }

    private static HashSet<string> Answered(Call call) =>
    [
        .. call.Messages.Where(static one => Text(one, "role") == "tool" && Text(one, "status") == "answered")
            .Select(static one => Text(one, "tool_call_id")),
    ];

    private static IEnumerable<(string Id, string Tool, string ArgumentsJson)> Calls(JsonElement message) =>
        message.TryGetProperty("tool_calls", out var calls)
            ? calls.EnumerateArray().Select(static one => (
                Text(one, "id"), Text(one.GetProperty("function"), "name"),
                Text(one.GetProperty("function"), "arguments")))
            : [];

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
