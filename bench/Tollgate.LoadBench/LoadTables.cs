using System.Globalization;
using System.Text;

namespace Tollgate.LoadBench;

/// <summary>The results as Markdown, with what is aimed at beside them.</summary>
internal static class LoadTables
{
    public static string Render(LoadResults results)
    {
        var text = new StringBuilder();
        text.Append(Inv($"Made by `bench/run` in {results.Seconds:0} s. {results.Machine}; server on one core, client on the other. "));
        text.Append(Inv($"Load average before it began: {results.LoadAverageAtStart:0.00}"));
        text.AppendLine(results.LoadAverageAtStart > 0.5
            ? ": **the machine had other work, so the figures below are noisy and too high.**"
            : ".");
        text.AppendLine("Each figure is the median of its repetitions, with the least and the most in brackets.").AppendLine();
        Streams(text, results.Streams);
        Others(text, results);
        return text.ToString();
    }

    private static void Streams(StringBuilder text, IReadOnlyList<StreamResult> streams)
    {
        if (streams.Count == 0)
        {
            return;
        }

        text.AppendLine("| streams | repetitions | first token's error, p50, ms | aim | first token's error, p99, ms | aim | stamped after the write, p50 and p99, ms |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- |");
        foreach (var one in streams)
        {
            var (p50, p99) = ErrorAims(one);
            text.AppendLine(Inv($"| {one.Name} | {one.Repetitions} | {Milli(one.FirstTokenErrorMsP50)} | {Aim(p50, one.FirstTokenErrorMsP50.Median)} | {Milli(one.FirstTokenErrorMsP99)} | {Aim(p99, one.FirstTokenErrorMsP99.Median)} | {one.AfterWriteMsP50.Median:0.000}, {one.AfterWriteMsP99.Median:0.000} |"));
        }

        text.AppendLine();
        text.AppendLine("| streams | processor time an event, us | bare reader, us | ratio | aim | events a read | bare reader | coalesced | server late, p50 and p99, ms |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var one in streams)
        {
            double? ratioAim = one is { Tls: false, Transport: "direct", Streams: 1_000 or 2_000 } ? 1.3 : null;
            text.AppendLine(Inv($"| {one.Name} | {Micro(one.CpuUsPerEvent)} | {Micro(one.YardstickCpuUsPerEvent)} | {Micro(one.Ratio)} | {Aim(ratioAim, one.Ratio?.Median)} | {Micro(one.EventsPerRead)} | {Micro(one.YardstickEventsPerRead)} | {one.CoalescedShare.Median:0.0%} | {one.ServerLateMsP50.Median:0.000}, {one.ServerLateMsP99.Median:0.00} |"));
        }

        text.AppendLine();
    }

    private static void Others(StringBuilder text, LoadResults results)
    {
        if (results is { Memory: null, OpenLoop: null, LargeRuns: [] })
        {
            return;
        }

        text.AppendLine("| what | figure | aim |");
        text.AppendLine("| --- | --- | --- |");
        if (results.Memory is { } memory)
        {
            text.AppendLine(Inv($"| memory for each of {memory.Streams} streams ({memory.MaxOpen} open at once) beyond one, KB | {Micro(memory.KilobytesPerStream)} | {Aim(20, memory.KilobytesPerStream.Median)} |"));
            text.AppendLine(Inv($"| their first token's error, p50, ms | {Milli(memory.FirstTokenErrorMsP50)} | – |"));
            text.AppendLine(Inv($"| the same, p99, ms | {Milli(memory.FirstTokenErrorMsP99)} | – |"));
        }

        if (results.OpenLoop is { } open)
        {
            text.AppendLine(Inv($"| open loop at {open.PerSecond}/s, {open.Requests} requests: sent - intended, p99, ms | {open.SendDelayMsP99:0.000} (p50 {open.SendDelayMsP50:0.000}, largest {open.SendDelayMsMax:0.00}) | {Aim(2, open.SendDelayMsP99)} |"));
        }

        foreach (var large in results.LargeRuns)
        {
            var limits = large.Exchanges * large.ArrivalsEach == 10_000_000;
            var what = Inv($"`tollgate report` on {large.Exchanges:N0} exchanges of {large.ArrivalsEach} arrivals ({large.FileMegabytes:0} MB), one core");
            text.AppendLine(Inv($"| {what}: processor time, s | {large.ReportCpuSeconds:0.00} (wall {large.ReportSeconds:0.00}), of which the start {large.StartCpuSeconds:0.00} | {Aim(limits ? 2 : null, large.ReportCpuSeconds)} |"));
            text.AppendLine(Inv($"| its ratio to checking the seal and decoding alone ({large.DecodeCpuSeconds:0.00} s) | {large.ReportCpuSeconds / large.DecodeCpuSeconds:0.00} | – |"));
            text.AppendLine(Inv($"| its peak memory, MB | {large.ReportPeakMegabytes:0} | {Aim(limits ? 500 : null, large.ReportPeakMegabytes)} |"));
        }
    }

    private static (double? P50, double? P99) ErrorAims(StreamResult one) => one switch
    {
        { Tls: true } or { Transport: not "direct" } => (null, null),
        { Streams: 1 } => (0.05, null),
        { Streams: 64 } => (0.05, 0.3),
        { Streams: 1_000 } => (0.1, 1),
        _ => (null, null),
    };

    private static string Aim(double? most, double? found) => most is null ? "–"
        : Inv($"≤ {most}, {(found <= most ? "met" : "**not met**")}");

    private static string Milli(Figure figure) => Inv($"{figure.Median:0.000} ({figure.Min:0.000}–{figure.Max:0.000})");

    private static string Micro(Figure? figure) =>
        figure is { } given ? Inv($"{given.Median:0.00} ({given.Min:0.00}–{given.Max:0.00})") : "–";

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
