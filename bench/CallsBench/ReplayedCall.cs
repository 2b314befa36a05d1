using System.Text.Json;
using Tollgate.Acts;
using Tollgate.Callers;
using Tollgate.Callers.Voiced;
using Tollgate.Callers.Wishes;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;

namespace Tollgate.CallsBench;

/// <summary>
/// Today's caller in the place of a recorded one: hears the recorded turns of the agent, and the call goes on as it was
/// recorded, whatever is answered.
/// </summary>
internal sealed class ReplayedCall
{
    private const ulong Seed = 7;

    private readonly Ear ear;
    private readonly EarContext context;
    private readonly bool saysTheSame;
    private readonly List<string> heard = [];
    private HashSet<string> answered = [];
    private string agent = "";

    private ReplayedCall(Caller caller, Suite suite, bool saysTheSame)
    {
        Caller = caller;
        this.saysTheSame = saysTheSame;
        var vocabulary = SuiteVocabulary.Of(suite);
        ear = new Ear(vocabulary, suite.Now);
        context = new EarContext(vocabulary, suite.Now);
    }

    public Caller Caller { get; }

    /// <summary>A caller with his rules alone, who is taken to have said what was said then.</summary>
    public static ReplayedCall AsRecorded(Brief brief, Suite suite) => new(
        new Caller(brief, suite.Now, new RandomStream(Seed), null), suite, saysTheSame: true);

    /// <summary>A caller as a rehearsal has him, who has said what he says.</summary>
    public static ReplayedCall AsRehearsed(Brief brief, Suite suite) => new(
        new Caller(brief, suite.Now, new RandomStream(Seed).Fork(4)), suite, saysTheSame: false);

    /// <summary>What the ear made of the agent's last turn.</summary>
    public IReadOnlyList<AgentAct> LastHeard { get; private set; } = [];

    /// <summary>What the agent said last.</summary>
    public string LastWords { get; private set; } = "";

    /// <summary>Goes through the messages; before each line of the caller, <paramref name="at"/> gets its place.</summary>
    public void Play(IReadOnlyList<JsonElement> messages, Action<int, CallerMove>? at = null)
    {
        answered = [.. messages.Where(static one => Text(one, "role") == "tool" && Text(one, "status") == "answered")
            .Select(static one => Text(one, "tool_call_id"))];
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            agent = Text(message, "agent") is { Length: > 0 } named ? named : agent;
            switch (Text(message, "role"))
            {
                case "assistant" when Text(message, "content") is { Length: > 0 } words:
                    heard.Add(message.TryGetProperty("heard", out var part) ? part.GetString() ?? "" : words);
                    break;
                case "assistant":
                    foreach (var made in Calls(message).Where(made => answered.Contains(made.Id)))
                    {
                        Caller.Did(made.Tool, made.ArgumentsJson);
                    }

                    break;
                case "tool" when Text(message, "tool") is { Length: > 0 } tool && Text(message, "status") is "Answered":
                    Caller.Did(tool, Text(message, "arguments"));
                    break;
                case "user" when Text(message, "kind") is not ("backchannel" or "continuation"):
                    var move = Hear();
                    at?.Invoke(i, move);
                    if (saysTheSame)
                    {
                        Say(message, move);
                    }
                    else
                    {
                        context.CallerSaid(move.Text);
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>The agent says something now, behind all that was played.</summary>
    public CallerMove Hear(string words)
    {
        heard.Add(words);
        return Hear();
    }

    private CallerMove Hear()
    {
        var words = string.Join(' ', heard);
        heard.Clear();
        LastWords = words;
        LastHeard = ear.Hear(words, context);
        context.AgentSaid(LastHeard);
        return Caller.Next(agent, words, LastHeard);
    }

    private void Say(JsonElement message, CallerMove move)
    {
        var said = Text(message, "said") is { Length: > 0 } whole ? whole : Text(message, "content");
        if (said != move.Text)
        {
            var steps = message.TryGetProperty("steps", out var opened)
                ? opened.EnumerateArray().Select(static one => one.GetString()!).ToList() : []; // They are strings.
            var agrees = message.TryGetProperty("agrees", out var yes) && yes.ValueKind == JsonValueKind.True;
            Caller.Voiced(new VoicedLine(said, steps, agrees, HangsUp: false), move, LastHeard);
        }

        context.CallerSaid(said);
    }

    private static IEnumerable<(string Id, string Tool, string ArgumentsJson)> Calls(JsonElement message) =>
        message.TryGetProperty("tool_calls", out var calls)
            ? calls.EnumerateArray().Select(static one => (
                Text(one, "id"), Text(one.GetProperty("function"), "name"),
                Text(one.GetProperty("function"), "arguments")))
            : [];

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
