using System.Security.Cryptography;
using Tollgate.Input;
using Tollgate.Scores.Outcomes;
using Tollgate.Transcripts;

namespace Tollgate.Gate.Evidence;

/// <summary>Joins the numbers that a team brings to the sessions that they are of. Pure.</summary>
internal static class EvidenceNumbers
{
    private const int MaxErrors = 20;

    /// <summary>
    /// The evidence with the numbers under their name, as values and as sum and count, so that a quantile or a mean may
    /// be asked for. Sessions without a number stay as they are.
    /// </summary>
    /// <param name="evidence">One side's.</param>
    /// <param name="name">What the rubric calls the number; nothing else in the evidence may be called so.</param>
    /// <param name="numbers">The numbers.</param>
    public static NumberAttachment Attach(SideEvidence evidence, string name, NumberFile numbers)
    {
        ArgumentNullException.ThrowIfNull(evidence);
        ArgumentNullException.ThrowIfNull(numbers);
        if (evidence.Figures.Contains(name))
        {
            var taken = $"the runs hold \"{name}\" themselves; expected another name for the number";
            return new NumberAttachment(null, [new InputError(numbers.File, null, null, taken)]);
        }

        var ids = Labels(evidence);
        var errors = new List<InputError>();
        var values = new Dictionary<long, List<double>>();
        foreach (var row in numbers.Rows.TakeWhile(_ => errors.Count < MaxErrors))
        {
            if (ids.TryGetValue(row.Session, out var found) && found is [var id])
            {
                (values.TryGetValue(id, out var list) ? list : values[id] = []).Add(row.Value);
            }
            else
            {
                var message = Unknown(row.Session, found, ids.Keys, evidence);
                errors.Add(new InputError(numbers.File, row.Line, null, message));
            }
        }

        return errors.Count > 0
            ? new NumberAttachment(null, errors)
            : new NumberAttachment(
                evidence with
                {
                    Figures = new HashSet<string>(evidence.Figures, StringComparer.Ordinal) { name },
                    Sessions = [.. evidence.Sessions.Select(session =>
                        values.TryGetValue(session.Id, out var list) ? With(session, name, list) : session)],
                    Numbers = [.. evidence.Numbers, .. Digests(evidence, name, numbers.File, values)],
                },
                []);
    }

    /// <summary>The session's name as reports print it; a task's number where there is none.</summary>
    public static string Label(SessionEvidence session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return session.Name.Length > 0
            ? SessionLabel.Of(session.Name, session.Repetition)
            : SessionIds.NumberOf(session.Id).ToString(CultureInfo.InvariantCulture);
    }

    // A run without one value has a digest as well: that of no lines.
    private static IEnumerable<NumberDigest> Digests(
        SideEvidence evidence, string name, string file, Dictionary<long, List<double>> values) =>
        evidence.Runs.Select((run, place) => new NumberDigest(
            name, evidence.Target, run.Name, run.Seal, file, DigestOf(evidence.Sessions
                .Where(session => SessionIds.PlaceOf(session.Id) == place && values.ContainsKey(session.Id))
                .SelectMany(session => values[session.Id].Select(value => (Session: Label(session), Value: value))))));

    private static string DigestOf(IEnumerable<(string Session, double Value)> rows)
    {
        var lines = rows.OrderBy(static row => row.Session, StringComparer.Ordinal).ThenBy(static row => row.Value)
            .Select(static row => string.Create(CultureInfo.InvariantCulture, $"{row.Session}\t{row.Value:R}\n"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    // By every name that a session can be given: with several runs the name alone may be that of several.
    private static Dictionary<string, List<long>> Labels(SideEvidence evidence)
    {
        var ids = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        foreach (var session in evidence.Sessions)
        {
            var label = Label(session);
            Enter(label, session.Id);
            if (evidence.Runs.Count > 1)
            {
                Enter($"{evidence.Runs[SessionIds.PlaceOf(session.Id)].Name}:{label}", session.Id);
            }
        }

        return ids;

        void Enter(string label, long id) => (ids.TryGetValue(label, out var list) ? list : ids[label] = []).Add(id);
    }

    private static string Unknown(string session, List<long>? found, IEnumerable<string> known, SideEvidence evidence)
    {
        if (found is not null)
        {
            var runs = found.Select(id => evidence.Runs[SessionIds.PlaceOf(id)].Name).ToList();
            return $"\"{session}\" is in {found.Count} of the runs; expected the run's name before it, such as \"{runs[0]}:{session}\"";
        }

        var nearest = Suggestions.Nearest(session, known);
        return $"the run has no session \"{session}\" with {evidence.Target}; {(nearest is { } near
            ? $"did you mean \"{near}\"?"
            : $"expected one such as \"{(evidence.Sessions.Count > 0 ? Label(evidence.Sessions[0]) : "NAME#2")}\"")}";
    }

    private static SessionEvidence With(SessionEvidence session, string name, List<double> values) => session with
    {
        Values = new Dictionary<string, double[]>(session.Values, StringComparer.Ordinal) { [name] = [.. values] },
        Sums = new Dictionary<string, ScoreCount>(session.Sums, StringComparer.Ordinal)
        {
            [name] = new ScoreCount(values.Sum(), values.Count),
        },
    };
}
