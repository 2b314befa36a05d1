using System.Text.Json.Serialization;
using Spectre.Console;
using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Input;
using Tollgate.Measures.OfCalls;
using Tollgate.Measures.Summaries;
using Tollgate.Reports.Json.Figures;
using Tollgate.Reports.Terminal;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Scores;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Outcomes;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Reports.Json.Scores;

/// <summary>The JSON document of `score`: transcripts that were recorded elsewhere, scored against a suite.</summary>
internal sealed record ScoreReport
{
    /// <summary>The version of this shape.</summary>
    public int Schema { get; init; } = 1;

    public required RehearsedSuite Suite { get; init; }

    /// <summary>What could not be read, and what the transcripts leave out: whole sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>The targets that the transcripts name; one without a name where they name none.</summary>
    public required IReadOnlyList<ScoredTarget> Targets { get; init; }

    /// <summary>Scores transcripts that were fitted to the suite's sessions.</summary>
    /// <param name="suite">The suite.</param>
    /// <param name="transcripts">Each with the session that it plays.</param>
    /// <param name="warnings">What could not be read.</param>
    public static ScoreReport Of(
        Suite suite, IEnumerable<(SuiteSession Session, Transcript Transcript)> transcripts,
        IReadOnlyList<string> warnings)
    {
        ArgumentNullException.ThrowIfNull(suite);
        return new ScoreReport
        {
            Suite = new RehearsedSuite(suite.Name, suite.Digest, false),
            Warnings = warnings,
            Targets = [.. transcripts.GroupBy(one => one.Transcript.Target).Select(group => Target(suite, group))],
        };
    }

    /// <summary>As indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, ScoreJson.Default.ScoreReport);

    /// <summary>As a person reads it.</summary>
    public void Write(IAnsiConsole console)
    {
        ArgumentNullException.ThrowIfNull(console);
        var targets = Targets.Select(target => (Name(target), target.Lines)).ToList();
        TerminalTable.Write(
            console, () => RehearsalTables.Scores(targets, [], " "), () => RehearsalTables.Scores(targets, [], "\n"));
        foreach (var target in Targets)
        {
            console.Write(new Text(
                $"{Name(target)}: {target.Sessions} calls"
                + (target.PerceivedLatencyMs.N > 0
                    ? $", perceived latency p50 {FigureText.Duration(target.PerceivedLatencyMs.P50)}"
                    : "")
                + ".\n"));
            var flawed = target.SessionList.Where(session => session.Findings.Any(one => one.Right == false));
            foreach (var session in flawed)
            {
                console.Write(new Text($"  {session.Session}\n"));
                foreach (var finding in session.Findings.Where(one => one.Right == false))
                {
                    var turn = finding.Turn > 0 ? $"turn {finding.Turn}: " : "";
                    console.Write(new Text($"    {turn}{finding.Reason}\n", new Style(decoration: Decoration.Dim)));
                }
            }
        }
    }

    private static string Name(ScoredTarget target) => target.Name.Length > 0 ? target.Name : "transcripts";

    private static ScoredTarget Target(
        Suite suite, IGrouping<string, (SuiteSession Session, Transcript Transcript)> group)
    {
        var random = new RandomStream(1);
        var accumulator = new SessionAccumulator(suite.Voice.Budget.TotalMilliseconds, random.Fork(1));
        var scores = new List<SessionScore>();
        var sessions = new List<SessionDocument>();
        foreach (var (session, transcript) in group)
        {
            var score = SessionScorer.Score(suite, session, transcript);
            scores.Add(score);
            accumulator.Add(transcript);
            sessions.Add(SessionFindings.Of(score, transcript.EndingWhy, transcript.LengthNs / 1e9, wrongOnly: false));
        }

        var measured = accumulator.Measure();
        var lines = ScoreSummary.Of(scores, random.Fork(2));
        return new ScoredTarget
        {
            Name = group.Key,
            Sessions = scores.Count,
            Endings = measured.Endings.ToDictionary(ending => SnakeCase.Of(ending.Key), ending => ending.Value),
            Lines = lines,
            Scores = lines.ToDictionary(line => line.Name, ScoreDocument.Of),
            PerceivedLatencyMs = QuantilesDocument.Of(measured[PerceivedLatency.Measure]),
            DeadAirMs = QuantilesDocument.Of(measured[DeadAir.Measure]),
            SessionList = sessions,
        };
    }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ScoreReport))]
internal sealed partial class ScoreJson : JsonSerializerContext;
