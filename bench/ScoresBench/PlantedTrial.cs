using Tollgate.Language.Facts;
using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>Plants faults of one kind, one a session, and looks what is found.</summary>
internal sealed class PlantedTrial(FaultKind kind, bool own, Action<string>? show)
{
    private const double Rate = 0.15;
    private const int MaxTries = 200;

    public FaultKind Kind => kind;

    /// <summary>In held-out words, rather than in the stand-in's.</summary>
    public bool Own => own;

    public int Planted { get; private set; }

    public int Found { get; private set; }

    /// <summary>Found as what they are.</summary>
    public int Exact { get; private set; }

    public int Missed => Planted - Found;

    public void Run(BenchCalls calls, RandomStream random, int faults)
    {
        // An agent that behaves makes up for a handoff that it forgot once.
        var rates = InjectionRates.Of(kind, kind == FaultKind.ForgottenHandoff ? 1 : Rate);
        for (var trial = 0; Planted < faults && trial < faults * MaxTries; trial++)
        {
            var stream = random.Fork(((ulong)kind << 40) + ((own ? 1UL : 0) << 60) + (ulong)trial);
            var (suite, session, transcript) = calls.Play(
                stream.Next(calls.Count * 6), stream.NextUInt64(), rates, failing: kind == FaultKind.FalseNotFound);

            // One fault a call, so that nothing else explains what is charged.
            if (transcript.Planted is [var fault, ..] && (transcript.Planted.Count == 1 || kind == FaultKind.ForgottenHandoff)
                && !IsNoFault(transcript, fault) && (!own || (transcript = Wordings.InOtherWords(transcript, stream)) != null))
            {
                Planted++;
                Count(SessionScorer.Score(suite, session, transcript!), $"{suite.Name} {session.Name}: turn {fault.Turn} {fault.What}"); // Just seen.
            }
        }
    }

    // A handoff that was forgotten and made later is none that is missing; and where another tool has answered in the turn,
    // it may have said that nothing is there.
    private bool IsNoFault(Transcript transcript, Transcripts.PlannedFault fault) => transcript.Entries.OfType<ToolRan>()
        .Any(ran => kind switch
        {
            FaultKind.ForgottenHandoff => ran.Turn >= fault.Turn && ran.Tool == fault.What,
            FaultKind.FalseNotFound => ran.Turn == fault.Turn && ran.Status == ToolStatus.Answered,
            _ => false,
        });

    private void Count(SessionScore score, string what)
    {
        var (found, exact) = Judge(kind, score);
        Found += found ? 1 : 0;
        Exact += exact ? 1 : 0;
        if (!found)
        {
            show?.Invoke($"missed {kind} own={own} in {what}");
        }
    }

    private static (bool Found, bool Exact) Judge(FaultKind kind, SessionScore score)
    {
        bool Has(CallVerdict verdict) => score.Calls.Any(call => call.Verdict == verdict);
        bool HasArgument(ArgumentVerdict verdict) => score.Calls.Any(call => call.Verdict == CallVerdict.WrongArguments
            && call.Arguments.Any(one => one.Verdict == verdict));
        bool Invented(FactKind fact) =>
            score.Items.Any(item => item.Score == FabricationsScore.Name && item.Fact == fact);
        var wrongCall = score.Calls.Any(static call => call.Counts && call.Verdict != CallVerdict.Right);
        var refused = score.Counts[RefusalsOnMissingScore.Name];
        var falsely = score.Counts[FalseNotFoundScore.Name];
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
            _ => (refused.Sum < refused.Count || score.Counts[FabricationsScore.Name].Sum > 0
                || score.Counts[ClaimedActionsScore.Name].Sum > 0, Invented(kind switch
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
