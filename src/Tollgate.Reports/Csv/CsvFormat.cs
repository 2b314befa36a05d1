using CsvHelper;
using Tollgate.Input;
using Tollgate.Reports.Formats;
using Tollgate.Results;
using Tollgate.Unicode;

namespace Tollgate.Reports.Csv;

/// <summary>
/// Comma-separated values as RFC 4180 has them, an exchange a line: who and when, how it ended, its tokens, and a
/// column for each measure that has one value in an exchange. What an exchange does not have is empty. Instants are
/// milliseconds on the run's own axis.
/// </summary>
internal sealed class CsvFormat : IReportFormat
{
    private static readonly (string Column, Func<ExchangeLine, object?> Value)[] Facts =
    [
        ("run", static line => SafeText.Line(line.Run)),
        ("target", static line => SafeText.Line(line.Exchange.Target)),
        ("exchange", static line => line.Exchange.Id),
        ("task", static line => line.Exchange.TaskId),
        ("attempt", static line => line.Exchange.Attempt),
        ("session", static line => line.Exchange.Turn?.Session),
        ("turn", static line => line.Exchange.Turn?.Turn),
        ("warmup", static line => line.Exchange.Warmup ? "true" : "false"),
        ("outcome", static line => SnakeCase.Of(line.Exchange.Outcome)),
        ("failure", static line => line.Exchange.Failure is { } failure ? SnakeCase.Of(failure.Kind) : null),
        ("failure_party", static line => line.Exchange.Failure is { } failure ? SnakeCase.Of(failure.Party) : null),
        ("status", static line => line.Exchange.Failure?.Status),
        ("intended_at_ms", static line => line.Exchange.Timeline.IntendedNs / 1e6),
        ("input_tokens", static line => line.Exchange.Usage?.Input),
        ("cached_input_tokens", static line => line.Exchange.Usage?.CachedInput),
        ("cache_write_tokens", static line => line.Exchange.Usage?.CacheWrite),
        ("counted_output_tokens", static line => line.Exchange.Usage?.Output),
        ("reasoning_tokens", static line => line.Exchange.Usage?.Reasoning),
    ];

    public string Name => "csv";

    public string Extension => ".csv";

    public string Beginning => string.Join(',', Facts.Select(static fact => fact.Column));

    public void Write(TextWriter writer, RunReport report)
    {
        using var csv = CsvWriter.Create(writer, null, leaveOpen: true);
        csv.WriteRecord(
            [.. Facts.Select(static fact => fact.Column), .. ExchangeLines.Measures.Select(static one => one.Name)]);
        foreach (var line in report.Exchanges)
        {
            csv.WriteRecord(
            [
                .. Facts.Select(fact => Text(fact.Value(line))),
                .. line.Values.Select(static value => Text(value is { } number ? Math.Round(number, 6) : null)),
            ]);
        }
    }

    private static string Text(object? value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
