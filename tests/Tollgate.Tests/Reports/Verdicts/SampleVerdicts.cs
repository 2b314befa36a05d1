using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures.Costs;
using Tollgate.Measures.OfExchanges;
using Tollgate.Statistics;

namespace Tollgate.Tests.Reports.Verdicts;

/// <summary>Verdicts made by hand: what their numbers say of one another is as the gate would have it.</summary>
internal static class SampleVerdicts
{
    private const string Digest = "9f2b1c4d5e6f708192a3b4c5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f809";

    private static readonly string[] FailureRules =
    [
        "A failed exchange counts as slower than every other, on both sides.",
        "A session that ended in a failure counts as wrong in every score that it could have earned.",
    ];

    private static readonly Criterion FirstToken = new()
    {
        Name = "first_token_ms.p95",
        Figure = new(FigureSource.Measure, "first_token_ms", FigureKind.Quantile, FigureUnit.Milliseconds, 0.95)
        {
            HasQuantiles = true,
        },
        Better = BetterWhen.Lower,
        Win = new(0.10, Relative: true),
        BadLoss = new(0.15, Relative: true),
        AtMost = 800,
    };

    private static readonly Criterion Arguments = new()
    {
        Name = "tool_arguments",
        Figure = new(FigureSource.Score, "tool_arguments", FigureKind.Share, FigureUnit.Share),
        Better = BetterWhen.Higher,
        Win = new(0.01, Relative: false),
        BadLoss = new(0.02, Relative: false),
    };

    private static readonly Criterion Refusal = new()
    {
        Name = "no invented records",
        Figure = new(FigureSource.Score, "fabrications", FigureKind.Share, FigureUnit.Share),
        Better = BetterWhen.Lower,
        Win = new(0.02, Relative: false),
        BadLoss = new(0.03, Relative: false),
        AtMost = 0.05,
    };

    private static readonly Criterion Cost = new()
    {
        Name = "cost_per_session",
        Figure = new(FigureSource.Measure, "cost_per_session", FigureKind.Mean, FigureUnit.Money),
        Better = BetterWhen.Lower,
        Win = new(0.10, Relative: true),
        BadLoss = new(0.20, Relative: true),
    };

    public static IReadOnlyDictionary<string, Verdict> All { get; } = new Dictionary<string, Verdict>
    {
        ["adopt"] = Adopt(),
        ["bad-loss"] = BadLoss(),
        ["ceiling"] = Ceiling(),
        ["inconclusive"] = Inconclusive(),
        ["left-out"] = LeftOut(),
        ["too-many-failed"] = TooManyFailed(),
        ["sequential"] = Sequential(),
        ["hostile"] = Hostile(),
    };

    public static Verdict Adopt() => Verdict(
        VerdictOutcome.Adopt, "opus-4.7 wins on 3 of 4 criteria against gpt-5.5 and loses badly on none.",
        [
            Faster(RowOutcome.Won),
            Row(Arguments, RowOutcome.Won, Side(0.942, 0.931, 0.952, 1_840) with { Hits = 1733 },
                Side(0.968, 0.959, 0.976, 1_840) with { Hits = 1781 },
                new(0.026, new(0.014, 0.038)), new(0.012, 0.040), ClaimStatus.Demonstrated, ClaimStatus.Refuted),
            Row(Refusal, RowOutcome.NonInferior, Side(1 / 59.0, 0.003, 0.090, 59) with { Hits = 1 },
                Side(0, 0, 0.0495, 59) with { Hits = 0 },
                new(-1 / 59.0, new(-0.090, 0.029)), new(-0.088, 0.028), ClaimStatus.Open, ClaimStatus.Refuted) with
            {
                Limits = ClaimStatus.Demonstrated,
                Notes = ["0 in 59 trials bounds the rate of the candidate below 5% at 95%."],
            },
            Cheaper(RowOutcome.Won),
        ]) with
    {
        Why =
        [
            "first_token_ms.p95 is won: lower by 21.2%, at least 18.1%, where 10% is asked.",
            "tool_arguments is won: higher by 2.6 points, at least 1.4, where 1 is asked.",
            "cost_per_session is won: lower by 34.4%, at least 31.0%, where 10% is asked.",
            "no invented records is held: worse by at most 2.8 points, where 3 would be a bad loss.",
        ],
        Record = Record(),
    };

    private static VerdictRecord Record() => new()
    {
        Ledger = "ledger.jsonl",
        Publication = new(3, "3c" + Digest[2..]),
        PublishedAt = new(2026, 3, 2, 9, 15, 0, 123, default),
        Entry = new(7, "7d" + Digest[2..]),
        At = new(2026, 3, 4, 17, 0, 0, default),
        Registered = new Dictionary<string, long> { ["1a" + Digest[2..]] = 4 },
        NeverJudged = 2,
        ByOtherRubrics = 1,
        Numbers = [new("mark", "gpt-5.5", "base.tollgate", "1a" + Digest[2..], "base.csv", "4e" + Digest[2..])],
    };

    public static Verdict BadLoss() => Verdict(
        VerdictOutcome.Reject, "opus-4.7 is rejected: it loses badly on tool_arguments, whatever else it wins.",
        [
            Faster(RowOutcome.Won),
            Row(Arguments, RowOutcome.Inferior, Side(0.968, 0.959, 0.976, 1_840) with { Hits = 1781 },
                Side(0.901, 0.886, 0.915, 1_840) with { Hits = 1657.5 },
                new(-0.067, new(-0.083, -0.051)), new(-0.086, -0.048), ClaimStatus.Refuted, ClaimStatus.Demonstrated),
            Refused(RowOutcome.NonInferior),
            Cheaper(RowOutcome.Won),
        ]) with
    {
        Why = ["tool_arguments is badly lost: lower by 6.7 points, at least 4.8, where 2 is a bad loss."],
    };

    public static Verdict Ceiling() => Verdict(
        VerdictOutcome.Reject, "opus-4.7 is rejected: first_token_ms.p95 is above its ceiling of 800 ms.",
        [
            Row(FirstToken, RowOutcome.OverTheLimit, Side(1_180, 1_141, 1_229, 4_980), Side(931, 902, 964, 4_980),
                new(-249, new(-291, -204)), new(-298, -199), ClaimStatus.Demonstrated, ClaimStatus.Refuted, 1_180) with
            {
                Limits = ClaimStatus.Refuted,
            },
            Refused(RowOutcome.NonInferior),
            Cheaper(RowOutcome.Won),
        ]) with
    {
        Why = ["first_token_ms.p95 of opus-4.7 is 931 ms, at least 902 ms; the rubric allows at most 800 ms."],
    };

    public static Verdict Inconclusive() => Verdict(
        VerdictOutcome.Inconclusive, "It is open: opus-4.7 wins on 1 of 3 criteria, and 2 are needed.",
        [
            Faster(RowOutcome.Won),
            Row(Arguments, RowOutcome.Open, Side(0.951, 0.921, 0.971, 310) with { Hits = 295 },
                Side(0.962, 0.935, 0.979, 310) with { Hits = 298 },
                new(0.011, new(-0.024, 0.046)), new(-0.024, 0.046), ClaimStatus.Open, ClaimStatus.Open),
            Refused(RowOutcome.Open),
        ]) with
    {
        Sessions = 40,
        Rubric = Rubric() with { Wins = 2, MinSessions = 30, PlannedSessions = 120 },
        Scripts = new(20, 2, 2),
        More = new(1_180, 590),
        Look = new(LookDesign.Once, 1, 1, 0.95, 0.95),
        Why = ["tool_arguments is open: its interval has both a win and a bad loss in it."],
        Warnings = ["An earlier verdict on the same candidate and rubric was inconclusive; this is the second."],
    };

    public static Verdict LeftOut() => Verdict(
        VerdictOutcome.Inconclusive, "It is open: opus-4.7 wins on 1 of 2 criteria that are left, and 2 are needed.",
        [
            Faster(RowOutcome.Won),
            Row(Arguments, RowOutcome.NonInferior, Side(0.9990, 0.9951, 0.9999, 1_840), Side(0.9984, 0.9943, 0.9998, 1_840),
                new(-0.0006, new(-0.0044, 0.0031)), new(-0.0049, 0.0036), ClaimStatus.Refuted, ClaimStatus.Refuted),
            new()
            {
                Criterion = Cost with { MayBeMissing = "a server of our own has no price" },
                Outcome = RowOutcome.LeftOut,
                Notes = ["Left out: the candidate's run has no prices; a server of our own has no price."],
            },
        ]) with
    {
        Currency = null,
        Rubric = Rubric() with { Wins = 2 },
        Why = ["tool_arguments is not won: better by at most 0.3 points, where 1 is asked."],
    };

    public static Verdict TooManyFailed() => Verdict(
        VerdictOutcome.Reject, "opus-4.7 is rejected: more of its exchanges failed than a p95 leaves room for.",
        [
            new()
            {
                Criterion = FirstToken,
                Outcome = RowOutcome.Inferior,
                Baseline = Side(812, 790, 840, 4_980) with { Failed = 3 },
                Candidate = new SideValue
                {
                    Value = null, Interval = new Interval(2_140, null), N = 4_980, Failed = 312,
                },
                Win = ClaimStatus.Refuted,
                BadLoss = ClaimStatus.Demonstrated,
                Limits = ClaimStatus.Refuted,
                Notes = ["6.3% of the candidate's exchanges failed, so its 95th percentile is a failure."],
            },
            Refused(RowOutcome.NonInferior),
            Cheaper(RowOutcome.Won),
        ]) with
    {
        Why = ["first_token_ms.p95 is badly lost: the candidate has none, since 312 of 4,980 exchanges failed."],
    };

    public static Verdict Sequential() => Inconclusive() with
    {
        Look = new(LookDesign.ObrienFleming, 2, 0.5, 0.9969, 0.9974),
        Sessions = 60,
        Scripts = new(20, 2, 4),
        Rubric = Rubric() with { Wins = 2, InterimLooks = LookDesign.ObrienFleming, PlannedSessions = 120, PlannedLooks = [40, 60, 120] },
        More = null,
        Rows =
        [
            Row(FirstToken with { Win = new(40, Relative: false), AtMost = null }, RowOutcome.Open,
                Side(812, 741, 903, 720), Side(792, 720, 881, 720), new(-20, new(-151, 109)), new(-155, null),
                ClaimStatus.Open, ClaimStatus.Open, 812),
            Row(Cost with { BadLoss = new(0, Relative: true) }, RowOutcome.Won, Side(0.000412, 0.00040, 0.00043, 60),
                Side(0.000205, 0.00019, 0.00022, 60), new(-0.000207, new(-0.00023, -0.00018)),
                new(-0.00024, -0.00017), ClaimStatus.Demonstrated, ClaimStatus.Refuted, 0.000412),
            Row(new Criterion
            {
                Name = "judge's mark of the call as a whole, one to five", Better = BetterWhen.Higher,
                Figure = new(FigureSource.Number, "mark", FigureKind.Mean, FigureUnit.Plain),
                Win = new(0.2, Relative: false), BadLoss = new(0.3, Relative: false), AtLeast = 3.5,
            }, RowOutcome.Open, Side(4.1, 3.8, 4.4, 60), Side(4.2, 3.9, 4.5, 60), new(0.1, new(-0.3, 3.5)),
                new(-1.2, 0.6), ClaimStatus.Open, ClaimStatus.Open) with { Limits = ClaimStatus.Open },
        ],
    };

    public static Verdict Hostile() => Inconclusive() with
    {
        Summary = "<script>alert(1)</script> & | ` *b* _i_ @team #12 https://example.com/x [a](b) \u001b[31m\u202e",
        Baseline = "a`b|<b>&@team",
        Candidate = "\u001b]0;x\u0007 ]]> \"quoted\" 'too'\ud800",
        BaselineRuns = [("<run>|1", "00")],
        Rows = [Faster(RowOutcome.Won) with
        {
            Criterion = FirstToken with { Name = "<p95>|`x` @team ]]>" },
            Notes = ["</details><b>bold</b> line\nbreak"],
        }],
        Why = ["</script><!-- --> & \u0001"],
        Warnings = ["@team see #12 and https://example.com"],
        Record = Record() with
        {
            Ledger = "</p>|`l`\u001b[31m",
            Key = "0123456789abcdef",
            Numbers = [new("mark", "a`b|<b>&@team", "<run>|1", "00", "<x>.csv\u202e", "00")],
        },
    };

    private static Verdict Verdict(VerdictOutcome outcome, string summary, IReadOnlyList<VerdictRow> rows) => new()
    {
        Outcome = outcome,
        Summary = summary,
        Rubric = Rubric(),
        Baseline = "gpt-5.5",
        Candidate = "opus-4.7",
        BaselineRuns = [("base.tollgate", "1a" + Digest[2..])],
        CandidateRuns = [("cand.tollgate", "2b" + Digest[2..])],
        Sessions = 240,
        Scripts = new(20, 12, 12),
        Currency = "USD",
        Rows = rows,
        Look = new(LookDesign.Once, 1, 1, 0.95, 0.975),
        Why = [],
        FailureRules = FailureRules,
    };

    private static Rubric Rubric() => new()
    {
        Name = "voice-agent", Wins = 3, MinSessions = 60, PlannedSessions = 240, Digest = Digest, Criteria = [],
    };

    private static VerdictRow Faster(RowOutcome outcome) => Row(
        FirstToken, outcome, Side(812, 790, 840, 4_980) with { Failed = 3 },
        Side(640, 618, 661, 4_980) with { Failed = 11 },
        new(-172, new(-197, -146)), new(-201, -142), ClaimStatus.Demonstrated, ClaimStatus.Refuted, 812) with
    {
        Limits = ClaimStatus.Demonstrated,
    };

    private static VerdictRow Cheaper(RowOutcome outcome) => Row(
        Cost, outcome, Side(0.0183, 0.0177, 0.0189, 240), Side(0.0120, 0.0116, 0.0125, 240),
        new(-0.0063, new(-0.0069, -0.0057)), new(-0.0070, -0.0056), ClaimStatus.Demonstrated, ClaimStatus.Refuted, 0.0183);

    private static VerdictRow Refused(RowOutcome outcome) => Row(
        Refusal, outcome, Side(0, 0, 0.0495, 59), Side(0, 0, 0.0495, 59), new(0, new(-0.0611, 0.0611)),
        outcome == RowOutcome.NonInferior ? new(-0.028, 0.028) : new(-0.0611, 0.0611),
        ClaimStatus.Open, outcome == RowOutcome.NonInferior ? ClaimStatus.Refuted : ClaimStatus.Open) with
    {
        Limits = ClaimStatus.Demonstrated,
    };

    private static VerdictRow Row(
        Criterion criterion, RowOutcome outcome, SideValue baseline, SideValue candidate, Estimate difference,
        Interval loss, ClaimStatus win, ClaimStatus badLoss, double? per = null) => new()
        {
            Criterion = criterion,
            Outcome = outcome,
            Baseline = baseline,
            Candidate = candidate,
            Difference = difference,
            LossDifference = loss,
            Change = per is { } whole
                ? new Estimate(difference.Value / whole, difference.Interval.Scale(1 / whole))
                : null,
            LossChange = per is { } of ? loss.Scale(1 / of) : default,
            Win = win,
            BadLoss = badLoss,
            Limits = ClaimStatus.Demonstrated,
        };

    private static SideValue Side(double value, double lower, double upper, long n) =>
        new() { Value = value, Interval = new(lower, upper), N = n };
}
