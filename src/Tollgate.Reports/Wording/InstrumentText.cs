using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Measures.Distributions;
using Tollgate.Measures.Summaries;
using Tollgate.Results;
using Tollgate.Statistics;

namespace Tollgate.Reports.Wording;

/// <summary>The instrument's own error, in one line for each kind of instrument in the run.</summary>
internal static class InstrumentText
{
    // Beyond that many targets their lines would bury the numbers: the worst one then speaks for all.
    private const int MaxLines = 3;

    public static IReadOnlyList<string> Lines(RunReport report)
    {
        var targets = report.Targets.Where(target => target.Measures.Completed > 0).ToList();
        var lines = new List<string>();
        if (targets.Count > 0 && targets.TrueForAll(target => target.Measures.Instrument.Stamp == StampSource.Virtual))
        {
            lines.Add("Instrument: virtual time; instants are exact by construction." + LateSends(Worst(targets)));
        }
        else if (targets.Count is > 0 and <= MaxLines)
        {
            lines.AddRange(targets.Select(target =>
                $"Instrument{(targets.Count > 1 ? $" ({target.Name})" : "")}: {Of(target.Measures.Instrument)}"));
        }
        else if (targets.Count > 0)
        {
            var worst = Worst(targets);
            lines.Add($"Instrument, at its worst ({worst.Name}): {Of(worst.Measures.Instrument)}");
        }

        if (report.Calibration is { } calibration)
        {
            lines.Add($"Calibration: over real sockets, the first token was off by {
                FigureText.Duration(calibration.ErrorMs.P50)} at the median and {
                FigureText.Duration(calibration.ErrorMs.P99)} at the 99th percentile of {
                FigureText.Count(calibration.N)} exchanges.");
        }

        return lines;
    }

    private static string Of(InstrumentMeasures instrument)
    {
        var stamp = instrument.Stamp switch
        {
            StampSource.Kernel => $"kernel stamps; read {Quantiles(instrument.LagMs)} after them",
            StampSource.Process => "process stamps, taken after each read (no kernel stamps here)",
            StampSource.Virtual => "virtual stamps",
            _ => instrument.MixedStamps ? "stamps of the kernel and of the process" : "none stamps",
        };
        var coalesced = string.Create(
            CultureInfo.InvariantCulture, $"{instrument.CoalescedShare * 100:0.0}% of arrivals coalesced");
        return $"{stamp}; sent {Quantiles(instrument.SendDelayMs)} after the intended instant; {coalesced}.";
    }

    private static string Quantiles(QuantileSummary figures) => figures.P99 is not null
        ? $"{FigureText.Duration(figures.P50)} (p99 {FigureText.Duration(figures.P99)})"
        : $"{FigureText.Duration(figures.P50)} (max {FigureText.Duration(figures.Max)})";

    private static string LateSends(TargetResult worst) => worst.Measures.Instrument.SendDelayMs is { Max: > 0 } delay
        ? $" Sent {Quantiles(delay)} after the intended instant."
        : "";

    private static TargetResult Worst(List<TargetResult> targets) =>
        targets.MaxBy(static target => Tail(target.Measures.Instrument.LagMs)
            + Tail(target.Measures.Instrument.SendDelayMs)) ?? targets[0];

    private static double Tail(QuantileSummary figures) => figures.P99 ?? figures.Max ?? 0;
}
