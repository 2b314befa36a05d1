using Tollgate.Language;
using Tollgate.Scores;
using Tollgate.Sessions.StandIns;
using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.ScoresBench;

/// <summary>Plants faults of one kind, one a session, and looks what is found.</summary>
internal sealed class PlantedTrial(FaultKind kind, bool own, Action<string>? show)
{
    public FaultKind Kind => kind;

    /// <summary>In held-out words, rather than in the stand-in's.</summary>
    public bool Own => own;

    public int Planted { get; private set; }

    public int Found { get; private set; }

    /// <summary>Found as what they are.</summary>
    public int Exact { get; private set; }

    public int Missed => Planted - Found;

    /// <summary>Calls that were right, beside the planted ones, and those of them that were taken for wrong.</summary>
    public long RightCalls { get; private set; }

    public long RightCallsTakenForWrong { get; private set; }

    public void Run(Suite suite, List<BenchSession> sessions, RandomStream random, int faults)
    {
        var spoiler = new Spoiler(SpoilRates.Of(kind, 0.7));
        for (var trial = 0; Planted < faults; trial++)
        {
            var stream = random.Fork(((ulong)kind << 40) + ((own ? 1UL : 0) << 60) + (ulong)trial);
            var played = sessions[stream.Next(sessions.Count)];
            var player = new Player(suite, played, spoiler, stream.Next(Lengths(suite, played)), stream, own);
            var transcript = player.Play();

            // To call a tool again that gave no answer is no duplicate.
            if (player.Planted.Count == 1 && !(kind == FaultKind.DuplicateCall && player.PlantedAfterFailure))
            {
                Planted++;
                Count(player, played, SessionScorer.Score(suite, played.Session, transcript));
            }
        }
    }

    private static int Lengths(Suite suite, BenchSession played)
    {
        var length = new Player(suite, played, new Spoiler(SpoilRates.None), -1, new RandomStream(1));
        length.Play();
        return length.Exchanges;
    }

    private void Count(Player player, BenchSession played, SessionScore score)
    {
        var (found, exact) = Judge(kind, score);
        Found += found ? 1 : 0;
        Exact += exact ? 1 : 0;
        if (!found)
        {
            show?.Invoke($"missed {kind} in {played.Session.Name}: {player.Planted[0].What}");
        }

        // All calls but the spoiled one were right.
        var spoiled = kind is FaultKind.ExtraCall or FaultKind.DuplicateCall || kind > FaultKind.BrokenJson
            && kind < FaultKind.ForgottenHandoff ? 0 : 1;
        var right = score.Calls.Count(static call => call.Verdict == CallVerdict.Right);
        RightCalls += player.RightCalls - spoiled;
        RightCallsTakenForWrong += Math.Max(0, player.RightCalls - spoiled - right);
        if (right < player.RightCalls - spoiled)
        {
            show?.Invoke($"right call scored wrong beside {kind} in {played.Session.Name}: {player.Planted[0].What}");
        }
    }

    private static (bool Found, bool Exact) Judge(FaultKind kind, SessionScore score)
    {
        bool Has(CallVerdict verdict) => score.Calls.Any(call => call.Verdict == verdict);
        bool HasArgument(ArgumentVerdict verdict) => score.Calls.Any(call => call.Verdict == CallVerdict.WrongArguments
            && call.Arguments.Any(one => one.Verdict == verdict));
        bool Invented(FactKind fact) =>
            score.Items.Any(item => item.Score == ScoreNames.Fabrications && item.Fact == fact);
        var wrongCall = score.Calls.Any(static call => call.Counts && call.Verdict != CallVerdict.Right);
        var refused = score.Counts[ScoreNames.RefusalsOnMissing];
        var falsely = score.Counts[ScoreNames.FalseNotFound];
        return kind switch
        {
            FaultKind.WrongTool => (wrongCall, Has(CallVerdict.WrongTool)),
            FaultKind.MissingArgument => (wrongCall, HasArgument(ArgumentVerdict.Missing) || Has(CallVerdict.Missing)),
            FaultKind.UnexpectedArgument => (wrongCall, HasArgument(ArgumentVerdict.Unexpected)),
            FaultKind.WrongType => (wrongCall, HasArgument(ArgumentVerdict.WrongType)),
            FaultKind.WrongValue => (wrongCall, HasArgument(ArgumentVerdict.WrongValue)),
            FaultKind.ExtraCall => (wrongCall, Has(CallVerdict.Extra)),
            FaultKind.DuplicateCall => (wrongCall, Has(CallVerdict.Duplicate)),
            FaultKind.DroppedCall => (wrongCall, Has(CallVerdict.Missing)),
            FaultKind.InventedTool => (wrongCall, Has(CallVerdict.WrongTool)),
            FaultKind.BrokenJson => (wrongCall, Has(CallVerdict.WrongArguments)),
            FaultKind.ForgottenHandoff => (wrongCall, Has(CallVerdict.Missing)),
            FaultKind.WrongHandoff => (wrongCall, Has(CallVerdict.WrongTool)),
            FaultKind.FalseNotFound => (falsely.Sum > 0, falsely.Sum > 0),
            _ => (refused.Sum < refused.Count, Invented(kind switch
            {
                FaultKind.FabricatedDate => FactKind.Date,
                FaultKind.FabricatedTime => FactKind.Time,
                FaultKind.FabricatedAmount => FactKind.Amount,
                FaultKind.FabricatedName => FactKind.Name,
                FaultKind.FabricatedStatus => FactKind.Status,
                FaultKind.FabricatedCode => FactKind.Code,
                FaultKind.FabricatedPhone => FactKind.Phone,
                _ => FactKind.Email,
            })),
        };
    }
}
