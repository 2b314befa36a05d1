using Tollgate.Exchanges.Codec;

namespace Tollgate.Runs.Storage;

/// <summary>
/// The tables of a run file. Instants are nanoseconds on the run's monotonic axis; NULL is what never came.
/// </summary>
internal static class RunSchema
{
    /// <summary>Raised whenever an older reader could misread a newer file.</summary>
    public const int Version = 4;

    /// <summary>The oldest version that is read.</summary>
    public const int OldestVersion = 3;

    /// <summary>"Toll", in the file's header: so that another SQLite database is not taken for a run.</summary>
    public const int ApplicationId = 0x546F6C6C;

    /// <summary>The ending of a run file's name.</summary>
    public const string Extension = ".tollgate";

    // `record` is what ExchangeEncoder writes; the columns beside it are those that are looked for. Replies lie in a
    // table of their own, so that reading the numbers does not page through the text. A session's scores are sums over
    // counts: its value of a score is sum / count, and that of a target the ratio of its sums. `log` is RunLog's.
    public static readonly string Create = $"""
        PRAGMA application_id = {ApplicationId};
        PRAGMA user_version = {Version};
        CREATE TABLE log (
            run TEXT NOT NULL, commits INTEGER NOT NULL, in_file INTEGER NOT NULL, needed INTEGER NOT NULL);
        CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
        CREATE TABLE targets (
            id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, wire TEXT NOT NULL, url TEXT NOT NULL,
            model TEXT NOT NULL, region TEXT, tier TEXT, header_names TEXT NOT NULL, currency TEXT, input_price TEXT,
            cached_input_price TEXT, cache_write_price TEXT, output_price TEXT);
        CREATE TABLE progress (
            target INTEGER PRIMARY KEY REFERENCES targets, issued INTEGER NOT NULL, completed INTEGER NOT NULL,
            failed INTEGER NOT NULL, cancelled INTEGER NOT NULL, not_sent INTEGER NOT NULL, lost INTEGER NOT NULL);
        CREATE TABLE origins (id INTEGER PRIMARY KEY, measurer TEXT NOT NULL, clock_offset_ns INTEGER NOT NULL);
        CREATE TABLE exchanges (
            id INTEGER PRIMARY KEY, target INTEGER NOT NULL REFERENCES targets, task INTEGER NOT NULL,
            warmup INTEGER NOT NULL, origin INTEGER NOT NULL REFERENCES origins, record BLOB NOT NULL);
        CREATE TABLE replies (
            exchange INTEGER PRIMARY KEY REFERENCES exchanges, text TEXT NOT NULL, reasoning TEXT NOT NULL,
            tool_calls TEXT NOT NULL);
        CREATE TABLE sessions (
            target INTEGER NOT NULL REFERENCES targets, session INTEGER NOT NULL, name TEXT NOT NULL,
            repetition INTEGER NOT NULL, ending TEXT NOT NULL, transcript TEXT NOT NULL,
            PRIMARY KEY (target, session));
        CREATE TABLE session_scores (
            target INTEGER NOT NULL REFERENCES targets, session INTEGER NOT NULL, name TEXT NOT NULL,
            sum REAL NOT NULL, count REAL NOT NULL, undecided REAL NOT NULL, scorer INTEGER NOT NULL,
            PRIMARY KEY (target, session, name)) WITHOUT ROWID;
        """;
}
