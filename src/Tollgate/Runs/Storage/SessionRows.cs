using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Runs.Records;
using Tollgate.Secrets;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Runs.Storage;

/// <summary>Writes the sessions of a rehearsal as rows, and reads them. Not thread-safe.</summary>
internal sealed class SessionRows(SqliteConnection connection, IReadOnlyList<Target> targets) : IDisposable
{
    private readonly SqliteStatement sessions = new(
        connection,
        "INSERT INTO sessions (target, session, name, repetition, ending, transcript) VALUES (?, ?, ?, ?, ?, ?)");

    private readonly SqliteStatement scores = new(
        connection,
        "INSERT INTO session_scores (target, session, name, sum, count, undecided, scorer) VALUES (?, ?, ?, ?, ?, ?, ?)");

    public void Write(SessionRecord session, long target)
    {
        var transcript = session.Transcript;
        sessions.Bind(0, target);
        sessions.Bind(1, transcript.SessionId);
        sessions.Bind(2, transcript.Session);
        sessions.Bind(3, transcript.Repetition);
        sessions.Bind(4, JsonNamingPolicy.SnakeCaseLower.ConvertName(transcript.Ending.ToString()));

        // What the caller heard was put together from pieces as they came.
        var secrets = TargetSecrets.Of(targets[(int)target]);
        sessions.Bind(5, secrets.InContent(TranscriptJson.Write(transcript)));
        sessions.Execute();
        foreach (var (name, score) in session.Scores)
        {
            scores.Bind(0, target);
            scores.Bind(1, transcript.SessionId);
            scores.Bind(2, name);
            scores.Bind(3, score.Sum);
            scores.Bind(4, score.Count);
            scores.Bind(5, score.Undecided);
            scores.Bind(6, session.ScorerVersion);
            scores.Execute();
        }
    }

    /// <summary>The sessions in the order of targets and numbers, read as they are asked for.</summary>
    /// <exception cref="RunFileException">The file is damaged.</exception>
    public static IEnumerable<SessionRecord> Read(SqliteConnection connection, RunFileBytes file)
    {
        var scores = file.Guard(() => ReadScores(connection));
        using var rows = file.Guard(() => new SqliteStatement(
            connection, "SELECT target, session, transcript FROM sessions ORDER BY target, session"));
        var next = new Func<SessionRecord?>(() => rows.Step()
            ? Session(TranscriptJson.Read(rows.Text(2)), scores.GetValueOrDefault((rows.Int64(0), rows.Int64(1))))
            : null);
        while (file.Guard(next) is { } session)
        {
            yield return session;
        }
    }

    public void Dispose()
    {
        sessions.Dispose();
        scores.Dispose();
    }

    private static SessionRecord Session(Transcript transcript, Counted? counted) =>
        new(transcript, counted?.Scores ?? []) { ScorerVersion = counted?.Version ?? 0 };

    private static Dictionary<(long Target, long Session), Counted> ReadScores(SqliteConnection connection)
    {
        var all = new Dictionary<(long, long), Counted>();

        // Files of an earlier day hold nothing of what was undecided, nor by which rules it was counted.
        var undecided = HasColumn(connection, "undecided") ? "undecided" : "0.0";
        var scorer = HasColumn(connection, "scorer") ? "scorer" : "0";
        using var rows = new SqliteStatement(
            connection, $"SELECT target, session, name, sum, count, {undecided}, {scorer} FROM session_scores");
        while (rows.Step())
        {
            var key = (rows.Int64(0), rows.Int64(1));
            if (!all.TryGetValue(key, out var counted))
            {
                all.Add(key, counted = new Counted((int)rows.Int64(6), []));
            }

            counted.Scores[rows.Text(2)] = (rows.Double(3), rows.Double(4), rows.Double(5));
        }

        return all;
    }

    private static bool HasColumn(SqliteConnection connection, string name)
    {
        using var columns = new SqliteStatement(
            connection, $"SELECT 1 FROM pragma_table_info('session_scores') WHERE name = '{name}'");
        return columns.Step();
    }

    private sealed record Counted(int Version, Dictionary<string, (double, double, double)> Scores);
}
