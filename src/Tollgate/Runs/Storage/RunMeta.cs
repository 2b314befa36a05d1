using Microsoft.Data.Sqlite;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Secrets;

namespace Tollgate.Runs.Storage;

/// <summary>The small tables of a run file: what is said of the run as a whole.</summary>
internal static class RunMeta
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Write(SqliteConnection connection, RunInfo info)
    {
        using var meta = MetaStatement(connection);
        Put(meta, "started_at", info.StartedAt.ToUniversalTime().ToString("O", Invariant));
        Put(meta, "seed", info.Seed.ToString(Invariant));
        Put(meta, "plan_given", info.PlanGiven);
        Put(meta, "plan_resolved", info.Configuration is { } told ? RunConfigurationJson.Write(told) : "");
        Put(meta, "command_line", info.CommandLine);
        Put(meta, "version", info.Version);
        Put(meta, "runtime", info.Runtime);
        Put(meta, "operating_system", info.OperatingSystem);
        Put(meta, "processors", info.Processors.ToString(Invariant));
        Put(meta, "transport", info.Transport);
        Put(meta, "stamp", info.Stamp.ToString());
        if (info.Suite is { } suite)
        {
            Put(meta, "suite_name", suite.Name);
            Put(meta, "suite_digest", suite.Digest);
            Put(meta, "suite_text", suite.Text);
        }

        if (info.Registration is { } registration)
        {
            Put(meta, "registration_entry", registration.Entry.ToString(Invariant));
            Put(meta, "registration_hash", registration.Hash);
        }

        using var row = new SqliteStatement(
            connection, "INSERT INTO targets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        using var progress = new SqliteStatement(connection, "INSERT INTO progress VALUES (?, 0, 0, 0, 0, 0, 0)");
        for (var i = 0; i < info.Targets.Count; i++)
        {
            WriteTarget(row, i, info.Targets[i]);
            progress.Bind(0, i);
            progress.Execute();
        }
    }

    public static void WriteEnd(SqliteConnection connection, RunEnd end)
    {
        using var meta = MetaStatement(connection);
        Put(meta, "end_reason", end.Reason);
        Put(meta, "valid", end.Valid ? "1" : "0");
        Put(meta, "warnings", JsonSerializer.Serialize([.. end.Warnings], RunJson.Default.StringArray));
    }

    /// <exception cref="FormatException">Something is missing or is not what was written.</exception>
    public static (RunInfo Info, RunEnd? End) Read(SqliteConnection connection)
    {
        var meta = new Dictionary<string, string>();
        using (var rows = new SqliteStatement(connection, "SELECT key, value FROM meta"))
        {
            while (rows.Step())
            {
                meta[rows.Text(0)] = rows.Text(1);
            }
        }

        string Get(string key) => meta.TryGetValue(key, out var value)
            ? value
            : throw new FormatException($"its meta table has no {key}");
        var info = new RunInfo
        {
            StartedAt = DateTimeOffset.ParseExact(Get("started_at"), "O", Invariant),
            Seed = ulong.Parse(Get("seed"), Invariant),
            PlanGiven = Get("plan_given"),
            Configuration = RunConfigurationJson.Read(Get("plan_resolved"), meta.ContainsKey("suite_name")),
            CommandLine = Get("command_line"),
            Version = Get("version"),
            Runtime = Get("runtime"),
            OperatingSystem = Get("operating_system"),
            Processors = int.Parse(Get("processors"), Invariant),
            Transport = Get("transport"),
            Stamp = Enum.TryParse<StampSource>(Get("stamp"), out var stamp)
                ? stamp
                : throw new FormatException($"its meta table names the stamp {Get("stamp")}"),
            Targets = ReadTargets(connection),
            Suite = meta.TryGetValue("suite_name", out var suite)
                ? new SuiteInfo(suite, Get("suite_digest"), Get("suite_text"))
                : null,
            Registration = meta.TryGetValue("registration_entry", out var entry)
                ? new RunRegistration(long.Parse(entry, Invariant), Get("registration_hash"))
                : null,
        };
        var end = meta.TryGetValue("end_reason", out var reason)
            ? new RunEnd(
                reason,
                Get("valid") == "1",
                JsonSerializer.Deserialize(Get("warnings"), RunJson.Default.StringArray) ?? [])
            : null;
        return (info, end);
    }

    /// <summary>The counts of each target, and how many exchanges were lost on the way to the file.</summary>
    public static (IReadOnlyList<TargetTotals> Totals, long Lost) ReadTotals(SqliteConnection connection)
    {
        var totals = new List<TargetTotals>();
        var lost = 0L;
        using var rows = new SqliteStatement(
            connection,
            "SELECT t.name, p.issued, p.completed, p.failed, p.cancelled, p.not_sent, p.lost FROM targets t "
            + "JOIN progress p ON p.target = t.id ORDER BY t.id");
        while (rows.Step())
        {
            long issued = rows.Int64(1), completed = rows.Int64(2), failed = rows.Int64(3), cancelled = rows.Int64(4);
            var inFlight = issued - completed - failed - cancelled;
            totals.Add(new TargetTotals(
                rows.Text(0), issued, completed, failed, cancelled, inFlight, rows.Int64(5)));
            lost += rows.Int64(6);
        }

        return (totals, lost);
    }

    private static SqliteStatement MetaStatement(SqliteConnection connection) =>
        new(connection, "INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)");

    private static void Put(SqliteStatement statement, string key, string value)
    {
        statement.Bind(0, key);
        statement.Bind(1, value);
        statement.Execute();
    }

    private static void WriteTarget(SqliteStatement row, int id, Target target)
    {
        var secrets = TargetSecrets.Of(target);
        row.Bind(0, id);
        row.Bind(1, target.Name);
        row.Bind(2, target.Wire);
        row.Bind(3, secrets.AsWritten(PlainUrl.Of(target.Url)));
        row.Bind(4, secrets.AsWritten(target.Model));
        row.Bind(5, target.Region);
        row.Bind(6, target.Tier is null ? null : secrets.AsWritten(target.Tier));
        row.Bind(7, JsonSerializer.Serialize([.. target.Headers.Keys], RunJson.Default.StringArray));
        row.Bind(8, target.Price?.Currency);
        row.Bind(9, target.Price?.Input.ToString(Invariant));
        row.Bind(10, target.Price?.CachedInput.ToString(Invariant));
        row.Bind(11, target.Price?.CacheWrite.ToString(Invariant));
        row.Bind(12, target.Price?.Output.ToString(Invariant));
        row.Execute();
    }

    private static List<Target> ReadTargets(SqliteConnection connection)
    {
        var targets = new List<Target>();
        using var rows = new SqliteStatement(connection, "SELECT * FROM targets ORDER BY id");
        while (rows.Step())
        {
            targets.Add(new Target
            {
                Name = rows.Text(1),
                Wire = rows.Text(2),
                Url = new Uri(rows.Text(3), UriKind.RelativeOrAbsolute),
                Model = rows.Text(4),
                Region = rows.NullableText(5),
                Tier = rows.NullableText(6),
                Headers = (JsonSerializer.Deserialize(rows.Text(7), RunJson.Default.StringArray) ?? [])
                    .ToDictionary(name => name, _ => default(Secret)),
                Price = rows.NullableText(8) is { } currency
                    ? new Price(currency, Money(rows, 9), Money(rows, 10), Money(rows, 11), Money(rows, 12))
                    : null,
            });
        }

        return targets;
    }

    private static decimal Money(SqliteStatement rows, int column) => decimal.Parse(rows.Text(column), Invariant);
}
