using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>
/// Sessions drawn with repetition from a run's own. A pair is of two repetitions of one scripted session where the run
/// has them, else of any two sessions; an effect is put on the second.
/// </summary>
internal sealed class RecordedRows : IRowSource
{
    private readonly IReadOnlyList<SessionEvidence> sessions;
    private readonly int[][] partners;
    private readonly Dictionary<string, double?> values = [];

    public RecordedRows(IReadOnlyList<SessionEvidence> sessions)
    {
        this.sessions = sessions;
        var byName = sessions.Select((session, index) => (session.Name, index)).GroupBy(one => one.Name)
            .ToDictionary(group => group.Key, group => group.Select(one => one.index).ToArray());
        partners = [.. sessions.Select(session => byName[session.Name])];
        Repeats = byName.Values.All(group => group.Length > 1);
    }

    /// <summary>Every scripted session was played more than once, so that pairs are of one script.</summary>
    public bool Repeats { get; }

    public double? Value(Criterion criterion)
    {
        lock (values)
        {
            if (!values.TryGetValue(criterion.Name, out var value))
            {
                var data = RowData.Of(criterion.Figure, sessions, sessions);
                var contrast = Contrast.Of(criterion.Figure, data, new RandomStream(1), resamples: 20);
                values.Add(criterion.Name, value = contrast.BaselineValue);
            }

            return value;
        }
    }

    public RowData Draw(Criterion criterion, int count, Effect effect, RandomStream random)
    {
        var baseline = new SessionEvidence[count];
        var candidate = new SessionEvidence[count];
        for (var i = 0; i < count; i++)
        {
            var first = random.Next(sessions.Count);
            baseline[i] = sessions[first];
            candidate[i] = sessions[Partner(first, random)];
        }

        var data = RowData.Of(criterion.Figure, baseline, candidate);

        // Where too much failed for a value there is nothing to be better than by so much.
        return effect.Gain != 0 && Value(criterion) is { } value && double.IsFinite(value)
            ? With(data, criterion, value, effect, random)
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
            var factor = value > 0 ? Math.Max(ModelledRows.LeastFactor, changed / value)
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
