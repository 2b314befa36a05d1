using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>
/// Simulates a rubric's whole rule, looks and all, on candidates of known kinds, by the code that judges real runs.
/// The same rubric and seed give the same report, whatever the machine and its processors.
/// </summary>
internal sealed class PowerStudy
{
    internal const string Bad = "badly_worse:";
    internal const string Hoped = "better";
    internal const string AlmostAtTheMargin = "almost_at_the_margin";

    // As many as nobody would call few, where neither the rubric nor a run says how many there will be.
    private const int UsualScripts = 26;
    private const double Z80 = 0.8;
    private const double Z90 = 0.9;
    private const int MaxGrowth = 64;
    private readonly Rubric rubric;
    private readonly IRowSource source;
    private readonly RandomStream random;
    private readonly PowerEffort effort;
    private readonly int[] cheapestFirst;
    private readonly int scripts;
    private int done;

    private PowerStudy(Rubric rubric, IRowSource source, int scripts, ulong seed, PowerEffort effort)
    {
        this.scripts = Math.Clamp(scripts, 1, rubric.PlannedSessions);
        this.rubric = rubric;
        this.source = source;
        this.effort = effort;
        random = new RandomStream(seed);
        cheapestFirst =
        [
            .. Enumerable.Range(0, rubric.Criteria.Count).OrderBy(i => rubric.Criteria[i].Figure.Kind switch
            {
                FigureKind.Share => 0,
                FigureKind.Mean => 1,
                _ => 2,
            }),
        ];
    }

    /// <summary>A study of the rule on modelled sessions, or on a baseline's own.</summary>
    /// <param name="rubric">The rule.</param>
    /// <param name="baseline">Sessions to draw from; null for modelled ones.</param>
    /// <param name="seed">All chance comes from it.</param>
    /// <param name="effort">How many candidates; null for the usual.</param>
    /// <param name="spread">
    /// How differently modelled scripts suit two models; null for the usual. It is none where the rubric claims these
    /// scripts alone, since then it is no chance.
    /// </param>
    public static PowerStudy Of(
        Rubric rubric, IReadOnlyList<SessionEvidence>? baseline, ulong seed, PowerEffort? effort = null,
        ScriptSpread? spread = null)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        effort ??= PowerEffort.Usual;
        if (baseline is not null)
        {
            var own = rubric.PlannedScripts > 0 ? rubric.PlannedScripts : ScriptCount.Of(baseline).Scripts;
            return new PowerStudy(
                rubric, new RecordedRows(baseline, rubric.Claim), own, seed, effort);
        }

        spread = rubric.Claim == RubricClaim.TheseScripts ? ScriptSpread.None : spread ?? ScriptSpread.Usual;
        return new PowerStudy(
            rubric, new ModelledRows(spread) { HasFixedScripts = rubric.Claim == RubricClaim.TheseScripts },
            rubric.PlannedScripts > 0 ? rubric.PlannedScripts : UsualScripts, seed, effort)
        {
            Spread = spread,
        };
    }

    /// <summary>What modelled scripts are taken to differ by; null where they are a run's own.</summary>
    public ScriptSpread? Spread { get; private init; }


    /// <summary>Runs it on all processors.</summary>
    /// <param name="progress">Gets the share that is done, 0 to 1, now and then; null for nobody.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="OperationCanceledException">It was ended early.</exception>
    public PowerReport Run(Action<double>? progress, CancellationToken stop)
    {
        done = 0;
        var scenarios = Scenarios().ToList();

        // The sizes that are tried depend on what comes out: about six.
        var all = scenarios.Sum(scenario => Trials(scenario.Name)) + (6 * effort.SizeTrials);
        void Tick() => progress?.Invoke(Math.Min(1, Interlocked.Increment(ref done) / (double)all));
        var rates = scenarios.Select((scenario, index) =>
            Rate(rubric, scripts, scenario, Trials(scenario.Name), (ulong)index, Tick, stop)).ToList();
        var sizes = Sizes(scenarios.First(scenario => scenario.Name == Hoped), Tick, stop);
        progress?.Invoke(1);
        return new PowerReport
        {
            Rates = rates,
            Sizes = sizes,
            SessionsFor80 = SizeFor(sizes, Z80),
            SessionsFor90 = SizeFor(sizes, Z90),
            Warnings = [.. Warnings()],
            Assumed = [.. Assumed()],
            Scripts = scripts,
            Spread = Spread,
        };
    }

    /// <summary>
    /// How often a baseline would be adopted in its own place (A/A): sides of so many sessions each are drawn from the
    /// same run.
    /// </summary>
    /// <param name="sessions">Pairs of sessions a trial.</param>
    /// <param name="progress">As for <see cref="Run"/>.</param>
    /// <param name="stop">Ends it early.</param>
    public PowerRate SelfTest(int sessions, Action<double>? progress, CancellationToken stop)
    {
        done = 0;
        var scenario = new Scenario("equal", "the baseline against itself", [.. rubric.Criteria.Select(_ => Effect.None)]);
        var rate = Rate(
            Sized(sessions, scripts), scripts, scenario, effort.EqualTrials, 0,
            () => progress?.Invoke(Interlocked.Increment(ref done) / (double)effort.EqualTrials), stop);

        // What several processors told may have come out of order.
        progress?.Invoke(1);
        return rate;
    }

    private int Trials(string scenario) => scenario switch
    {
        "equal" => effort.EqualTrials,
        Hoped => effort.SizeTrials,
        _ => effort.BadTrials,
    };

    private IEnumerable<Scenario> Scenarios()
    {
        var count = rubric.Criteria.Count;
        var hope = rubric.Criteria.Select(criterion => Effect.Better(HopeOf(criterion))).ToArray();
        yield return new Scenario("equal", "equal to the baseline", new Effect[count]);
        if (rubric.Wins > 0)
        {
            yield return new Scenario(
                "almost", $"better as hoped on {rubric.Wins - 1}, equal on the rest",
                [.. hope.Select((effect, i) => i < rubric.Wins - 1 ? effect : Effect.None)]);
            yield return new Scenario(
                AlmostAtTheMargin,
                $"better as hoped on {rubric.Wins - 1}, by just the margin of a win on the rest",
                [.. hope.Select((effect, i) => i < rubric.Wins - 1 ? effect : Effect.Better(rubric.Criteria[i].Win))]);
        }

        for (var i = 0; i < count; i++)
        {
            var bad = hope.ToArray();
            bad[i] = Effect.Worse(rubric.Criteria[i].BadLoss);
            yield return new Scenario(
                Bad + rubric.Criteria[i].Name, $"badly worse on {rubric.Criteria[i].Name}, better as hoped on the rest", bad);
        }

        yield return new Scenario(
            "at_the_margin", "better by just the margin of a win on all",
            [.. rubric.Criteria.Select(criterion => Effect.Better(criterion.Win))]);
        yield return new Scenario(Hoped, "better as hoped on all", hope);
    }

    /// <summary>What power is worked out for: twice the margin of a win unless the rubric says otherwise.</summary>
    private static Margin HopeOf(Criterion criterion) =>
        criterion.ExpectedEffect ?? (criterion.Win with
        {
            Amount = criterion.Win.Amount > 0 ? 2 * criterion.Win.Amount : criterion.BadLoss.Amount,
        });

    private PowerRate Rate(
        Rubric sized, int of, Scenario scenario, int trials, ulong key, Action tick, CancellationToken stop)
    {
        var stream = random.Fork(key + ((ulong)sized.PlannedSessions << 20));
        var sizes = LookSizes(sized);
        List<(int Sessions, LookTaken Look)> looks =
            [.. sizes.Select((size, k) => (size, InterimLooks.Take(sized, [.. sizes.Take(k)], size)))];
        int adopted = 0, rejected = 0;
        long sessions = 0;
        Parallel.For(
            0, trials,
            new ParallelOptions { CancellationToken = stop, MaxDegreeOfParallelism = effort.Processors },
            trial =>
            {
                var (outcome, taken) = Trial(sized, of, looks, scenario, stream.Fork((ulong)trial));
                Interlocked.Add(ref adopted, outcome == VerdictOutcome.Adopt ? 1 : 0);
                Interlocked.Add(ref rejected, outcome == VerdictOutcome.Reject ? 1 : 0);
                Interlocked.Add(ref sessions, taken);
                tick();
            });
        return new PowerRate(scenario.Name, scenario.Words, sized.PlannedSessions, trials, adopted, rejected)
        {
            Scripts = of,
            MeanSessions = (double)sessions / trials,
        };
    }

    // Whoever may look as often as they like is taken to look five times.
    private static IReadOnlyList<int> LookSizes(Rubric sized)
    {
        if (sized.InterimLooks != LookDesign.AlwaysValid)
        {
            return sized.PlannedLooks.Count > 0 ? sized.PlannedLooks : [sized.PlannedSessions];
        }

        var (first, last) = (Math.Min(sized.MinSessions, sized.PlannedSessions), sized.PlannedSessions);
        var sizes = Enumerable.Range(0, 5).Select(i => first + ((last - first) * i / 4));
        return [.. sizes.Where(static n => n > 0).Distinct()];
    }

    // All sessions are drawn at once; an early look has the first of them.
    private (VerdictOutcome Outcome, int Sessions) Trial(
        Rubric sized, int of, List<(int Sessions, LookTaken Look)> looks, Scenario scenario, RandomStream random)
    {
        var data = sized.Criteria.Select((criterion, i) =>
            source.Draw(criterion, of, sized.PlannedSessions, scenario.Effects[i], random.Fork((ulong)i))).ToList();
        foreach (var (sessions, look) in looks)
        {
            var size = new SampleSize(Math.Min(of, sessions), sessions, sessions / of);
            if (At(sized, data, size, look, random) is var outcome && outcome != VerdictOutcome.Inconclusive)
            {
                return (outcome, sessions);
            }
        }

        return (VerdictOutcome.Inconclusive, looks[^1].Sessions);
    }

    // The rows that cost the least come first: what they reject needs no other.
    private VerdictOutcome At(
        Rubric sized, List<RowData> data, SampleSize size, LookTaken look, RandomStream random)
    {
        var rows = new List<VerdictRow>();
        foreach (var i in cheapestFirst)
        {
            var criterion = sized.Criteria[i];
            var key = (ulong)((look.Number * 1000) + i);
            rows.Add(CorrectedRow.Judge(
                criterion, data[i].First(size.Pairs), sized.Claim, look, () => random.Fork(key), effort.Resamples,
                decideOnly: true));
            if (VerdictRule.IsRejected(sized, rows, open: data.Count - rows.Count, size))
            {
                return VerdictOutcome.Reject;
            }
        }

        return VerdictRule.Decide(sized, rows, size);
    }

    // From the planned size up or down by halves and doubles, until 80% and 90% lie between two sizes: of scripts
    // where they are the sample, else of their repeats.
    private List<PowerRate> Sizes(Scenario hoped, Action tick, CancellationToken stop)
    {
        var tried = new SortedDictionary<int, PowerRate>();
        PowerRate At(int sessions) => tried.TryGetValue(sessions, out var rate) ? rate
            : tried[sessions] = Rate(
                Sized(sessions, ScriptsOf(sessions)), ScriptsOf(sessions), hoped, effort.SizeTrials, 900, tick, stop);
        double Power(int sessions) => (double)At(sessions).Adopted / effort.SizeTrials;
        var size = rubric.PlannedSessions;
        while (Power(size) < Z90 && size < (long)rubric.PlannedSessions * MaxGrowth
            && size * 2L * rubric.Criteria.Count <= effort.MaxSize)
        {
            // A power that does not grow will not come to anything.
            if (size >= 4 * rubric.PlannedSessions && Power(size) <= Power(size / 2) + 0.02)
            {
                break;
            }

            size *= 2;
        }

        size = rubric.PlannedSessions;
        while (Power(size) > Z80 && CanBound(size / 2))
        {
            size /= 2;
        }

        return [.. tried.Values];
    }

    private int ScriptsOf(int sessions) => rubric.Claim == RubricClaim.TheseScripts
        ? scripts
        : Math.Max(1, (int)Math.Round((double)scripts * sessions / rubric.PlannedSessions));

    private bool CanBound(int sessions) => rubric.Claim == RubricClaim.TheseScripts
        ? sessions >= Contrast.MinRepeats * scripts && sessions - scripts >= Contrast.MinDegrees
        : ScriptsOf(sessions) >= Contrast.MinScripts;

    private Rubric Sized(int sessions, int of) => rubric with
    {
        PlannedSessions = sessions,
        PlannedScripts = Math.Min(rubric.PlannedScripts, of),
        MinSessions = Math.Min(rubric.MinSessions, sessions),
        PlannedLooks =
        [
            .. rubric.PlannedLooks
                .Select(look => (int)Math.Ceiling((double)look * sessions / rubric.PlannedSessions)).Distinct(),
        ],
    };

    // Between two sizes the power is taken to be linear in the logarithm of the size.
    private static int? SizeFor(List<PowerRate> sizes, double power)
    {
        for (var i = 0; i < sizes.Count; i++)
        {
            if (sizes[i].AdoptRate.Value < power)
            {
                continue;
            }

            if (i == 0)
            {
                return sizes[0].Sessions;
            }

            var (low, high) = (sizes[i - 1], sizes[i]);
            var part = (power - low.AdoptRate.Value) / (high.AdoptRate.Value - low.AdoptRate.Value);
            return (int)Math.Ceiling(low.Sessions * Math.Pow((double)high.Sessions / low.Sessions, part));
        }

        return null;
    }

    private IEnumerable<string> Assumed()
    {
        foreach (var criterion in rubric.Criteria)
        {
            if (criterion.Error is { } error)
            {
                var best = error.Of == 0 || error.Honest == 0
                    ? " What was not measured is drawn without a fault, which is the best that can be hoped for; the rule judges by what is known."
                    : "";
                yield return $"{criterion.Name} errs as measured: {error.Words}.{best}";
            }

            if (source is ModelledRows && ScoredTrials.Undecided(criterion) is > 0 and var undecided)
            {
                yield return FormattableString.Invariant($"{criterion.Name}: {undecided * 100:0.#}% of what counts as right stays undecided.");
            }
        }
    }

    private IEnumerable<string> Warnings()
    {
        var look = InterimLooks.Take(rubric, [.. rubric.PlannedLooks.SkipLast(1)], rubric.PlannedSessions);
        foreach (var criterion in rubric.Criteria)
        {
            if (source.Value(criterion) is not { } value)
            {
                continue;
            }

            if (criterion.Figure.Kind == FigureKind.Share)
            {
                var room = criterion.Better == BetterWhen.Higher ? 1 - value : value;
                if (room <= criterion.Win.Amount)
                {
                    yield return FormattableString.Invariant($"{criterion.Name}: a baseline of {value:P1} leaves no room for a win by {criterion.Win.Amount * 100:0.###} points.");
                }
            }

            if (value > criterion.AtMost || value < criterion.AtLeast)
            {
                yield return $"{criterion.Name}: the baseline itself breaks the limit, so that only a better candidate can be adopted.";
            }

            foreach (var sentence in ErrorReach.Of(criterion, value, Effect.Better(HopeOf(criterion)), look))
            {
                yield return sentence;
            }
        }
    }

    /// <summary>A kind of candidate: its effect on each criterion.</summary>
    private sealed record Scenario(string Name, string Words, IReadOnlyList<Effect> Effects);
}
