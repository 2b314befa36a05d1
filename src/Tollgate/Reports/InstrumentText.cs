using System.Globalization;
using Tollgate.Figures;

namespace Tollgate.Reports;

/// <summary>The instrument's own error, in one line for each kind of instrument in the run.</summary>
internal static class InstrumentText
{
    // Beyond that many targets their lines would bury the numbers: the worst one then speaks for all.
    private const int MaxLines = 3;

    public static IReadOnlyList<string> Lines(MeasureDocument document)
    {
        var targets = document.Targets.Where(target => target.Completed > 0).ToList();
        var lines = new List<string>();
        if (targets.Count > 0 && targets.All(target => target.Instrument.Stamp == "virtual"))
        {
            lines.Add("Instrument: virtual time; instants are exact by construction." + LateSends(Worst(targets)));
        }
        else if (targets.Count is > 0 and <= MaxLines)
        {
            lines.AddRange(targets.Select(target =>
                $"Instrument{(targets.Count > 1 ? $" ({target.Name})" : "")}: {Of(target.Instrument)}"));
        }
        else if (targets.Count > 0)
        {
            var worst = Worst(targets);
            lines.Add($"Instrument, at its worst ({worst.Name}): {Of(worst.Instrument)}");
        }

        if (document.Calibration is { } calibration)
        {
            lines.Add($"Calibration: over real sockets, the first token was off by {
                FigureText.Duration(calibration.ErrorMs.P50)} at the median and {
                FigureText.Duration(calibration.ErrorMs.P99)} at the 99th percentile of {
                FigureText.Count(calibration.N)} exchanges.");
        }

        return lines;
    }

    private static string Of(InstrumentDocument instrument)
    {
        var stamp = instrument.Stamp switch
        {
            "kernel" => $"kernel stamps; read {Quantiles(instrument.LagMs)} after them",
            "process" => "process stamps, taken after each read (no kernel stamps here)",
            "mixed" => "stamps of the kernel and of the process",
            _ => instrument.Stamp + " stamps",
        };
        var coalesced = string.Create(
            CultureInfo.InvariantCulture, $"{instrument.CoalescedShare * 100:0.0} % of arrivals coalesced");
        return $"{stamp}; sent {Quantiles(instrument.SendDelayMs)} after the intended instant; {coalesced}.";
    }

    private static string Quantiles(QuantilesDocument figures) => figures.P99 is not null
        ? $"{FigureText.Duration(figures.P50)} (p99 {FigureText.Duration(figures.P99)})"
        : $"{FigureText.Duration(figures.P50)} (max {FigureText.Duration(figures.Max)})";

    private static string LateSends(TargetDocument worst) => worst.Instrument.SendDelayMs.Max > 0
        ? $" Sent {Quantiles(worst.Instrument.SendDelayMs)} after the intended instant."
        : "";

    private static TargetDocument Worst(List<TargetDocument> targets) => targets.MaxBy(target =>
        (target.Instrument.LagMs.P99 ?? target.Instrument.LagMs.Max ?? 0)
        + (target.Instrument.SendDelayMs.P99 ?? target.Instrument.SendDelayMs.Max ?? 0)) ?? targets[0];
}
