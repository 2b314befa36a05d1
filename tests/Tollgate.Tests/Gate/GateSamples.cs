using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures;
using Tollgate.Measures.Costs;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.OfExchanges;
using Tollgate.Measures.Readings;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Gate;

/// <summary>Rubrics, rows and evidence made by hand, for the engine that judges.</summary>
internal static class GateSamples
{
    public static readonly Criterion FirstToken = new()
    {
        Name = "first_token_ms.p95",
        Figure = FigureCatalog.Find("first_token_ms")!.At(0.95), // It is in the catalogue.
        Better = BetterWhen.Lower,
        Win = new Margin(0.1, Relative: true),
        BadLoss = new Margin(0.2, Relative: true),
    };

    public static readonly Criterion Arguments = Share(ToolArgumentsScore.Name, BetterWhen.Higher);

    public static readonly Criterion Fabrications = Share(FabricationsScore.Name, BetterWhen.Lower);

    public static readonly Criterion Cost = new()
    {
        Name = CostPerSession.Measure.Name,
        Figure = FigureCatalog.Find("cost_per_session")!.Whole, // It is in the catalogue.
        Better = BetterWhen.Lower,
        Win = new Margin(0.05, Relative: true),
        BadLoss = new Margin(0.2, Relative: true),
    };

    /// <summary>The folder of the repository.</summary>
    public static string Root
    {
        get
        {
            var folder = AppContext.BaseDirectory;
            while (!File.Exists(Path.Combine(folder, "Tollgate.slnx")))
            {
                folder = Path.GetDirectoryName(folder)!; // The tests run inside the repository.
            }

            return folder;
        }
    }

    public static Criterion Share(string name, BetterWhen better) => new()
    {
        Name = name,
        Figure = new Figure(FigureSource.Score, name, FigureKind.Share, FigureUnit.Share),
        Better = better,
        Win = new Margin(0.02, Relative: false),
        BadLoss = new Margin(0.05, Relative: false),
    };

    public static Rubric Rubric(int wins, params Criterion[] criteria) => new()
    {
        Name = "sample",
        Wins = wins,
        MinSessions = 30,
        PlannedSessions = 30,
        Criteria = criteria,
        Digest = "d1",
    };

    /// <summary>A look that is taken once, at 95% both ways.</summary>
    public static LookTaken Once { get; } = new(LookDesign.Once, 1, 1, 0.95, 0.95);

    public static SessionEvidence Session(
        long id, double[]? firstTokens = null, SessionEnding? ending = SessionEnding.Finished, string name = "",
        params (string Name, double Sum, double Count)[] sums) => new()
        {
            Id = id,
            Name = name.Length > 0 ? name : $"s{id}",
            Script = ending is null ? "" : name.Length > 0 ? name : $"s{id}",
            Ending = ending,
            Values = firstTokens is null ? [] : new Dictionary<string, double[]>
            {
                ["first_token_ms"] = firstTokens,
            },
            Sums = sums.ToDictionary(one => one.Name, one => new ScoreCount(one.Sum, one.Count)),
        };

    public static SideEvidence Side(string target, IEnumerable<SessionEvidence> sessions, string? currency = "USD")
    {
        List<SessionEvidence> all = [.. sessions];
        return new SideEvidence
        {
            Target = target,
            Runs = [(target, "seal-" + target)],
            Sessions = all,
            Figures = all.SelectMany(one => one.Values.Keys.Concat(one.Sums.Keys)).ToHashSet(),
            Currency = currency,
        };
    }

    /// <summary>
    /// So many sessions with 20 first tokens about a median each, a cost, and 10 arguments of which a share is right;
    /// what the script makes of them is the same for the same number on every side.
    /// </summary>
    public static SideEvidence Drawn(
        string target, int sessions, ulong seed, double median = 500, double right = 0.9, double cost = 0.1)
    {
        var scripts = new RandomStream(1);
        var own = new RandomStream(seed);
        return Side(target, Enumerable.Range(0, sessions).Select(i =>
        {
            var script = scripts.Fork((ulong)i).NextGaussian();
            var tokens = Enumerable.Range(0, 20)
                .Select(_ => median * Math.Exp((0.2 * script) + (0.3 * own.NextGaussian()))).ToArray();
            var hits = Enumerable.Range(0, 10).Count(_ => own.NextDouble() < right);
            return Session(
                i, tokens, sums:
                [
                    (ToolArgumentsScore.Name, hits, 10), (FabricationsScore.Name, 10 - hits, 10),
                    (CostPerSession.Measure.Name, cost * Math.Exp(0.3 * (script + own.NextGaussian())), 1),
                ]);
        }));
    }

    /// <summary>A row of which only its outcome and what goes with it are known.</summary>
    public static VerdictRow Row(RowOutcome outcome, ClaimStatus win = ClaimStatus.Open, ClaimStatus limits = ClaimStatus.Demonstrated) =>
        new()
        {
            Criterion = Arguments,
            Outcome = outcome,
            IsShare = true,
            Win = outcome == RowOutcome.Won ? ClaimStatus.Demonstrated : win,
            BadLoss = outcome switch
            {
                RowOutcome.Inferior => ClaimStatus.Demonstrated,
                RowOutcome.NonInferior => ClaimStatus.Refuted,
                _ => ClaimStatus.Open,
            },
            Limits = outcome == RowOutcome.OverTheLimit ? ClaimStatus.Refuted : limits,
        };

    /// <summary>A verdict of whatever the judge makes of it, seed 1 and no earlier look.</summary>
    public static Verdict Decide(Rubric rubric, SideEvidence baseline, SideEvidence candidate, ulong seed = 1) =>
        Judge.Decide(rubric, baseline, candidate, [], seed, []);
}
