using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Judging;

/// <summary>Holds a candidate against a baseline by a rubric. Pure: the same evidence gives the same verdict.</summary>
internal static class Judge
{
    /// <summary>
    /// Why the evidence cannot be judged by the rubric, a sentence each; empty where it can be.
    /// </summary>
    public static IReadOnlyList<string> Refusals(Rubric rubric, SideEvidence baseline, SideEvidence candidate)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);
        var refusals = new List<string>();
        var pairs = SessionPairs.Of(baseline, candidate, rubric.LeaveOut);
        if (pairs.Baseline.Count == 0)
        {
            return ["no pair of sessions is left to judge by; expected sessions that both runs have and the rubric does not leave out."];
        }

        foreach (var criterion in rubric.Criteria.Where(static criterion => criterion.MayBeMissing is null))
        {
            if (Lacks(criterion, baseline, pairs.Baseline) is { } own)
            {
                refusals.Add(own);
            }

            if (Lacks(criterion, candidate, pairs.Candidate) is { } other)
            {
                refusals.Add(other);
            }
        }

        refusals.AddRange(rubric.Criteria.Select(criterion => Meaningless(criterion, baseline, candidate, pairs))
            .OfType<string>());
        var money = rubric.Criteria.Any(static criterion => criterion.Figure.Unit == FigureUnit.Money);
        if (money && baseline.Currency is { } one && candidate.Currency is { } two && one != two)
        {
            refusals.Add($"the baseline's prices are in {one} and the candidate's in {two}; expected one currency.");
        }
        else if (money && (baseline.Currency ?? candidate.Currency) is { } paid
            && rubric.Criteria.Select(static criterion => criterion.Currency).FirstOrDefault(
                currency => currency is not null && currency != paid) is { } asked)
        {
            refusals.Add($"the rubric's amounts are in {asked} and the runs' prices in {paid}; expected one currency.");
        }

        return refusals;
    }

    /// <summary>The verdict.</summary>
    /// <param name="rubric">What is judged, and how.</param>
    /// <param name="baseline">The side to be held against; nothing of <see cref="Refusals"/> applies.</param>
    /// <param name="candidate">The side that wants to be adopted.</param>
    /// <param name="earlier">How many pairs the earlier looks of this series had, ascending.</param>
    /// <param name="seed">The resampling is drawn from it.</param>
    /// <param name="warnings">What else is to be borne in mind: whole sentences.</param>
    public static Verdict Decide(
        Rubric rubric, SideEvidence baseline, SideEvidence candidate, IReadOnlyList<int> earlier, ulong seed,
        IReadOnlyList<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(baseline);
        ArgumentNullException.ThrowIfNull(candidate);

        // What is left out charges nobody: the pairs come first.
        var pairs = SessionPairs.Of(baseline, candidate, rubric.LeaveOut);
        var charged = EvidencePairs.ImputeMissing(
            baseline with { Sessions = pairs.Baseline }, candidate with { Sessions = pairs.Candidate });
        var scripts = ScriptCount.Of(pairs.Baseline);
        var size = new SampleSize(scripts.Scripts, pairs.Baseline.Count, scripts.MinRepeats);
        var look = InterimLooks.Take(rubric, earlier, size.Pairs);
        var random = new RandomStream(seed);
        var rows = rubric.Criteria
            .Select((criterion, i) => Row(criterion, charged, rubric.Claim, look, () => random.Fork((ulong)i)))
            .ToList();
        var outcome = VerdictRule.Decide(rubric, rows, size);
        var currency = baseline.Currency ?? candidate.Currency;
        return new Verdict
        {
            Outcome = outcome,
            Summary = Reasons.Summary(rubric, outcome, rows, baseline.Target, candidate.Target),
            Rubric = rubric,
            Baseline = baseline.Target,
            Candidate = candidate.Target,
            BaselineRuns = baseline.Runs,
            CandidateRuns = candidate.Runs,
            Sessions = size.Pairs,
            Scripts = scripts,
            Unit = baseline.Sessions.Any(static session => session.Ending is not null) ? "session" : "task",
            Currency = currency,
            Rows = rows,
            Look = look,
            Why = Reasons.Why(rubric, outcome, rows, size, currency),
            Warnings = [.. warnings, .. pairs.LeftOut],
            More = outcome == VerdictOutcome.Inconclusive
                ? SampleSizeEstimate.Estimate(rubric, rows, size, [.. earlier, size.Pairs])
                : null,
            FailureRules = FailureRules.All,
        };
    }

    private static VerdictRow Row(
        Criterion criterion, ImputedEvidence charged, RubricClaim claim, LookTaken look, Func<RandomStream> draws)
    {
        var (baseline, candidate) = (charged.Baseline, charged.Candidate);
        if (criterion.MayBeMissing is { } reason
            && (Lacks(criterion, baseline, baseline.Sessions)
                ?? Lacks(criterion, candidate, candidate.Sessions)) is not null)
        {
            return new VerdictRow
            {
                Criterion = criterion,
                Outcome = RowOutcome.LeftOut,
                Limits = ClaimStatus.Demonstrated,
                Notes = [$"Left out, as the rubric allows: {reason.TrimEnd('.')}."],
            };
        }

        var name = criterion.Figure.Name;
        var data = RowData.Of(criterion.Figure, baseline.Sessions, candidate.Sessions) with
        {
            BaselineCharged = (long)charged.BaselineCharged.GetValueOrDefault(name),
            CandidateCharged = (long)charged.CandidateCharged.GetValueOrDefault(name),
        };
        var row = CorrectedRow.Judge(criterion, data, claim, look, draws);
        return row with { Notes = [.. row.Notes, .. Reasons.Notes(row), .. CorrectedRow.Notes(row)] };
    }

    // What a margin or a formula cannot be applied to, whatever the figures say of the models.
    private static string? Meaningless(
        Criterion criterion, SideEvidence baseline, SideEvidence candidate, SessionPairs pairs)
    {
        if (!baseline.Figures.Contains(criterion.Figure.Name) || !candidate.Figures.Contains(criterion.Figure.Name))
        {
            return null;
        }

        var data = RowData.Of(criterion.Figure, pairs.Baseline, pairs.Candidate);
        if (criterion.Figure is { Kind: FigureKind.Share, Source: FigureSource.Number }
            && data.BaselineSums.Concat(data.CandidateSums).Any(static one => one.Sum < 0 || one.Sum > one.Count))
        {
            return $"{criterion.Name} is declared a share, and its values lie outside of 0 to 1; expected values from 0 to 1, or `unit: plain`.";
        }

        var isRelative = criterion.Win.Relative || criterion.BadLoss.Relative;
        return isRelative && Contrast.Value(criterion.Figure, data) is <= 0 and var value
            ? FormattableString.Invariant($"the baseline's {criterion.Name} is {value:0.####}, and a margin in percent is a share of a baseline above zero; expected a margin in the figure's own unit.")
            : null;
    }

    private static string? Lacks(Criterion criterion, SideEvidence evidence, IReadOnlyList<SessionEvidence> sessions)
    {
        var figure = criterion.Figure;
        if (!evidence.Figures.Contains(figure.Name))
        {
            return figure.Source == FigureSource.Number
                ? $"{evidence.Target} has no number {figure.Name}; expected --number {figure.Name}=BASELINE.csv,CANDIDATE.csv."
                : $"the run of {evidence.Target} does not hold {figure.Name}, which {criterion.Name} is judged by{Hint(figure)}.";
        }

        return sessions.Any(session => figure.Kind == FigureKind.Quantile || figure.HasQuantiles
                ? session.Values.TryGetValue(figure.Name, out var values) && values.Length > 0
                : session.Sums.TryGetValue(figure.Name, out var sum) && sum.Count > 0)
            ? null
            : $"{evidence.Target} has not one value of {figure.Name} in its sessions, so that {criterion.Name} cannot be judged.";
    }

    private static string Hint(Figure figure) => figure switch
    {
        { Unit: FigureUnit.Money } => "; expected a price for the target",
        { Source: FigureSource.Score } => "; expected a rehearsal, which has scores",
        _ => "",
    };
}
