namespace Tollgate.Runs.Storage;

/// <summary>
/// The tables of a run file. Instants are nanoseconds on the run's monotonic axis; NULL is what never came.
/// </summary>
internal static class RunSchema
{
    /// <summary>Raised whenever an older reader could misread a newer file.</summary>
    public const int Version = 3;

    /// <summary>"Toll", in the file's header: so that another SQLite database is not taken for a run.</summary>
    public const int ApplicationId = 0x546F6C6C;

    /// <summary>The ending of a run file's name.</summary>
    public const string Extension = ".tollgate";

    /// <summary>The columns of <c>exchanges</c> in the order in which they are bound and read.</summary>
    public static readonly string[] ExchangeColumns =
    [
        "id", "target", "task", "attempt", "warmup", "outcome",
        "failure_kind", "failure_phase", "failure_message", "status", "retry_after_ticks",
        "intended_ns", "connect_start_ns", "connected_ns", "sent_ns", "first_byte_ns", "headers_ns", "end_ns",
        "over_ns",
        "stamp", "reads",
        "input_tokens", "cached_input_tokens", "cache_write_tokens", "output_tokens", "reasoning_tokens",
        "finish_reason", "request_id", "answered_by", "arrivals", "session", "turn",
        "remarks",
    ];

    // Enumerations are stored as their numbers; `arrivals` is what ArrivalCodec writes. Replies lie in a table of
    // their own, so that reading the numbers does not page through the text. A session's scores are sums over counts:
    // its value of a score is sum / count, and that of a target the ratio of its sums. `log` is RunLog's.
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
        CREATE TABLE exchanges (
            id INTEGER PRIMARY KEY, target INTEGER NOT NULL REFERENCES targets, task INTEGER NOT NULL,
            attempt INTEGER NOT NULL, warmup INTEGER NOT NULL, outcome INTEGER NOT NULL,
            failure_kind INTEGER, failure_phase INTEGER, failure_message TEXT, status INTEGER,
            retry_after_ticks INTEGER,
            intended_ns INTEGER NOT NULL, connect_start_ns INTEGER, connected_ns INTEGER, sent_ns INTEGER,
            first_byte_ns INTEGER, headers_ns INTEGER, end_ns INTEGER, over_ns INTEGER NOT NULL,
            stamp INTEGER NOT NULL, reads INTEGER NOT NULL,
            input_tokens INTEGER, cached_input_tokens INTEGER, cache_write_tokens INTEGER, output_tokens INTEGER,
            reasoning_tokens INTEGER,
            finish_reason TEXT, request_id TEXT, answered_by TEXT, arrivals BLOB NOT NULL, session INTEGER,
            turn INTEGER, remarks INTEGER NOT NULL);
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
