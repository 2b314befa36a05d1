using System.Diagnostics;

namespace Tollgate.LoadBench;

/// <summary>A process on one core, run to its end.</summary>
/// <param name="CpuSeconds">User and system time of the process and its threads.</param>
/// <param name="WallSeconds">From its start to its end.</param>
/// <param name="PeakBytes">The most resident memory; 0 where nobody asked for it.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Looks">At its processor time while it ran.</param>
internal sealed record Child(
    double CpuSeconds, double WallSeconds, long PeakBytes, string Output, IReadOnlyList<CpuSample> Looks)
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    /// <summary>Starts a process on one core; whoever starts it ends it.</summary>
    public static Process Start(int core, string program, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo("taskset")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in (string[])["-c", $"{core}", program, .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new BenchException($"{program} did not start");
    }

    /// <summary>
    /// Runs a process to its end. No other child may end meanwhile: the system counts their time together.
    /// </summary>
    /// <param name="time">The clock.</param>
    /// <param name="core">The core that it may use.</param>
    /// <param name="limit">It is ended, and the benchmark fails, when it takes longer.</param>
    /// <param name="watchMemory">Look at its memory while it runs, which takes a little time of some core.</param>
    /// <param name="program">The program.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="stop">Ends it.</param>
    public static async Task<Child> RunAsync(
        TimeProvider time, int core, TimeSpan limit, bool watchMemory, string program, IEnumerable<string> arguments,
        CancellationToken stop)
    {
        var before = Machine.EndedChildrenCpuSeconds();
        var began = time.GetTimestamp();
        using var bound = CancellationTokenSource.CreateLinkedTokenSource(stop);
        bound.CancelAfter(limit);
        using var process = Start(core, program, arguments);
        var peak = 0L;
        var looks = new List<CpuSample>();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(bound.Token);
            var talk = process.StandardError.ReadToEndAsync(bound.Token);
            var over = process.WaitForExitAsync(bound.Token);
            while (!over.IsCompleted)
            {
                peak = watchMemory ? Math.Max(peak, Machine.PeakBytes(process.Id)) : 0;
                if (Machine.CpuNs(process.Id) is { } cpuNs)
                {
                    looks.Add(new CpuSample(Machine.MonotonicNs(time), cpuNs));
                }

                await Task.WhenAny(over, Task.Delay(LookEvery, time, bound.Token));
            }

            await over;
            var wall = time.GetElapsedTime(began).TotalSeconds;
            var said = await output;
            if (process.ExitCode != 0)
            {
                throw new BenchException($"{program} {string.Join(' ', arguments)} ended with {process.ExitCode}: {await talk}");
            }

            return new Child(Machine.EndedChildrenCpuSeconds() - before, wall, peak, said, looks);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            throw new BenchException($"{program} {string.Join(' ', arguments)} took longer than {limit.TotalSeconds:0} s");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }
        }
    }
}
