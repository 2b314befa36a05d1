using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Sessions.StandIns;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>Plays a session with a model that behaves, spoiled in one exchange, and writes its transcript.</summary>
internal sealed class Player(
    Suite suite, BenchSession played, Spoiler spoiler, int spoiledExchange, RandomStream random, bool own = false)
{
    private readonly List<TranscriptEntry> entries = [];
    private readonly List<PlantedFault> planted = [];
    private readonly List<ToolCall> made = [];
    private string agent = played.Session.StartsWith;
    private int exchange;

    public int Exchanges => exchange;

    public IReadOnlyList<PlantedFault> Planted => planted;

    public bool PlantedAfterFailure { get; private set; }

    public int RightCalls { get; private set; }

    public Transcript Play()
    {
        var turn = 0;
        foreach (var step in played.Session.Steps)
        {
            turn++;
            entries.Add(new CallerSaid(step.Say, step.Say, SpeechKind.Line) { Turn = turn, Steps = [step.Id] });
            var failed = played.Failing.Contains(step.Id);
            if (step.Expect.Count > 0)
            {
                var reply = Exchange(step, new Reply("", "", [.. step.Expect.Select(Ideal)]), turn, failed, after: false);
                RightCalls += step.Expect.Count;
                if (failed)
                {
                    // The agent's rules allow one more attempt, which is as wrong as the first.
                    Exchange(step, reply, turn, failed, after: false, spoils: false);
                }
            }

            var words = played.Replies[step.Id];
            Exchange(step, new Reply(words[random.Next(words.Length)], "", []), turn, failed, failed);
        }

        return new Transcript
        {
            Suite = suite.Name,
            Session = played.Session.Name,
            Ending = SessionEnding.Finished,
            Entries = entries,
        };
    }

    private Reply Exchange(Step step, Reply ideal, int turn, bool failed, bool after, bool spoils = true)
    {
        var reply = ideal;
        if (spoils && exchange == spoiledExchange)
        {
            var spoiled = spoiler.Spoil(
                ideal,
                new SpoilContext(suite, played.Session, agent, step, step.Missing is not null && ideal.Text.Length > 0, after, made),
                random);
            reply = spoiled.Reply;
            planted.AddRange(spoiled.Planted);
            if (own && spoiled.Planted is [var fault])
            {
                // The same invention, in held-out words.
                reply = reply with { Text = Wordings.Of(fault, random) };
            }

            PlantedAfterFailure = failed;
        }

        foreach (var call in reply.ToolCalls)
        {
            Run(call, step, turn, failed);
            made.Add(call);
        }

        if (reply.Text.Length > 0)
        {
            entries.Add(new AgentSaid(agent, reply.Text, reply.Text, exchange) { Turn = turn });
        }

        exchange++;
        return reply;
    }

    private void Run(ToolCall call, Step step, int turn, bool failed)
    {
        var isTransfer = Transfer.IsTransfer(call.Name, out var to);
        var status = !isTransfer && !suite.Tools.ContainsKey(call.Name) ? ToolStatus.UnknownTool
            : !IsObject(call.ArgumentsJson) ? ToolStatus.BadArguments
            : failed && !isTransfer ? ToolStatus.TimedOut
            : ToolStatus.Answered;
        var result = status switch
        {
            ToolStatus.Answered when isTransfer => """{"transferred":true}""",
            ToolStatus.Answered => played.Results.GetValueOrDefault($"{step.Id}/{call.Name}", """{"found":0,"records":[]}"""),
            ToolStatus.TimedOut => """{"error":"timeout"}""",
            _ => """{"error":"bad call"}""",
        };
        entries.Add(new ToolRan(agent, call.Id, call.Name, call.ArgumentsJson, status, result, exchange) { Turn = turn });
        if (isTransfer)
        {
            entries.Add(new HandedOver(agent, to!, call.Id) { Turn = turn });
            agent = to!;
        }
    }

    private ToolCall Ideal(ExpectedCall call) => new(
        $"c{made.Count}-{call.Tool}", call.Tool,
        JsonSerializer.Serialize(call.Arguments.Where(static one => one.Value.AnyOf.Count > 0)
            .ToDictionary(static one => one.Key, one => one.Value.AnyOf[0])));

    private static bool IsObject(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
