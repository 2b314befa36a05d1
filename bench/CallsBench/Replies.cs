using System.Text.Json;

namespace Tollgate.CallsBench;

/// <summary>
/// Puts today's caller into the place of the recorded one: it hears the recorded turns of the agent and answers each.
/// What it answers is printed beside what was answered then. The call goes on as recorded, whatever it says.
/// </summary>
internal static class Replies
{
    /// <param name="calls">Recorded calls; those whose session the suite does not have are passed over.</param>
    /// <param name="suites">The folder of the suites' files.</param>
    /// <param name="all">Print every reply, and not only those whose recorded one did not fit.</param>
    /// <param name="print">Where the lines go.</param>
    public static void Show(IEnumerable<Call> calls, string suites, bool all, Action<string> print)
    {
        var files = new SuiteFiles(suites);
        foreach (var call in calls)
        {
            if (files.Find(call.Suite) is { } suite && suite.Find(call.Session) is { Brief: { } brief })
            {
                Show(call, ReplayedCall.AsRehearsed(brief, suite), all, print);
            }
        }
    }

    private static void Show(Call call, ReplayedCall caller, bool all, Action<string> print) =>
        caller.Play(call.Messages, (at, move) =>
        {
            var label = call.Labels.GetValueOrDefault(call.Messages.Take(at).ToList().FindLastIndex(static one =>
                Text(one, "role") == "assistant" && Text(one, "content").Length > 0));
            if (all || label?.Reply is "odd" or "lost" or "contradicts")
            {
                print($"{call.Name}/{at} {label?.Reply ?? "-"}\n    agent: {caller.LastWords}\n    then:  {Text(call.Messages[at], "said")}\n    now:   {move.Text}{(move.Ends is { } end ? $"({end})" : "")}");
                print($"    should: {label?.Should}\n    heard: {string.Join("; ", caller.LastHeard.Select(static act => $"{act.Kind}({act.SlotName ?? act.Slot?.ToString()}) [{act.Sentence}]{string.Concat(act.Values.Select(static value => $" {value.Kind}:{value.Value}"))}"))}");
            }
        });

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
