using Tollgate.Figures;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Scores.Catalog;
using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>
/// Scripts drawn with repetition from a run's own, and of each so many pairs of its sessions. A pair is of two
/// repetitions of one scripted session where the run has them, else of any two sessions; an effect is put on the
/// second. Both sides are the same model, so no script suits one side better than the other.
/// </summary>
internal sealed class RecordedRows : IRowSource
{
    private readonly IReadOnlyList<SessionEvidence> sessions;
    private readonly RubricClaim claim;
    private readonly int[][] scripts;
    private readonly int[][] partners;
    private readonly Dictionary<string, double?> values = [];

    public RecordedRows(IReadOnlyList<SessionEvidence> sessions, RubricClaim claim)
    {
        this.sessions = sessions;
        this.claim = claim;
        scripts = [.. ScriptCount.IndexOf(sessions).Select(static (script, session) => (script, session))
            .GroupBy(static one => one.script, static one => one.session).Select(static group => group.ToArray())];
        var byName = sessions.Select((session, index) => (session.Name, index)).GroupBy(one => one.Name)
            .ToDictionary(group => group.Key, group => group.Select(one => one.index).ToArray());
        partners = [.. sessions.Select(session => byName[session.Name])];
        Repeats = byName.Values.All(group => group.Length > 1);
    }

    /// <summary>Every scripted session was played more than once, so that pairs are of one script.</summary>
    public bool Repeats { get; }

    public double? Value(Criterion criterion)
    {
        if (Observed(criterion) is not { } observed || criterion.Error is not { } error)
        {
            return Observed(criterion);
        }

        var countsHits = ScoreCatalog.HigherIsBetter(criterion.Figure.Name);
        var charged = new Estimate(countsHits ? 1 - observed : observed, new Interval(0, 1));
        var faults = ImperfectShares.Faults(charged, error.Trials, confidence: 0.95).Value;
        return countsHits ? 1 - faults : faults;
    }

    private double? Observed(Criterion criterion)
    {
        lock (values)
        {
            if (!values.TryGetValue(criterion.Name, out var value))
            {
                var data = RowData.Of(criterion.Figure, sessions, sessions);
                var contrast = Contrast.Of(criterion.Figure, data, claim, new RandomStream(1), resamples: 20);
                values.Add(criterion.Name, value = contrast.BaselineValue);
            }

            return value;
        }
    }

    public RowData Draw(Criterion criterion, int scripts, int sessions, Effect effect, RandomStream random)
    {
        // Fixed scripts are not drawn: as many as there are take their turns.
        int[][] chosen = [.. Enumerable.Range(0, scripts).Select(s => claim == RubricClaim.TheseScripts
            ? this.scripts[s % this.scripts.Length]
            : this.scripts[random.Next(this.scripts.Length)])];
        var baseline = new SessionEvidence[sessions];
        var candidate = new SessionEvidence[sessions];
        for (var i = 0; i < sessions; i++)
        {
            var of = chosen[i % scripts];
            var first = of[random.Next(of.Length)];
            baseline[i] = this.sessions[first];
            candidate[i] = this.sessions[Partner(first, random)];
        }

        var data = RowData.Of(criterion.Figure, baseline, candidate) with
        {
            // A script that was drawn twice is two scripts.
            Scripts = [.. Enumerable.Range(0, sessions).Select(i => i % scripts)],
        };

        // Where too much failed for a value there is nothing to be better than by so much.
        return effect.Gain != 0 && Observed(criterion) is { } value && double.IsFinite(value)
            ? With(data, criterion, value, ScoredTrials.OnObserved(criterion, effect), random)
            : data;
    }

    private int Partner(int first, RandomStream random)
    {
        var among = partners[first];
        if (among.Length == 1)
        {
            return random.Next(sessions.Count);
        }

        int second;
        do
        {
            second = among[random.Next(among.Length)];
        }
        while (second == first);
        return second;
    }

    private static RowData With(RowData data, Criterion criterion, double value, Effect effect, RandomStream random)
    {
        var changed = effect.Apply(criterion, value);
        if (criterion.Figure.Kind != FigureKind.Share)
        {
            // However much is hoped for, no time is below zero; the model has the same floor.
            var factor = value > 0 ? Math.Max(ModelledRows.MinFactor, changed / value)
                : value < 0 ? changed / value
                : 1;
            return data with
            {
                CandidateValues = [.. data.CandidateValues.Select(one => one.Select(v => v * factor).ToArray())],
                CandidateSums = [.. data.CandidateSums.Select(one => (one.Sum * factor, one.Count))],
            };
        }

        // Each trial that counts, or each that does not, turns with the chance that makes the share what it should be.
        var up = changed > value;
        var chance = up ? (changed - value) / (1 - value) : (value - changed) / value;
        return data with
        {
            CandidateSums =
            [
                .. data.CandidateSums.Select(one =>
                {
                    var turned = Turned((int)(up ? one.Count - one.Sum : one.Sum), chance, random);
                    return (up ? one.Sum + turned : one.Sum - turned, one.Count);
                }),
            ],
        };
    }

    private static int Turned(int trials, double chance, RandomStream random)
    {
        var turned = 0;
        for (var i = 0; i < trials; i++)
        {
            turned += random.NextDouble() < chance ? 1 : 0;
        }

        return turned;
    }
}
