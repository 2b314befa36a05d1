using System.Diagnostics;
using System.Globalization;

namespace Tollgate.Fuzz;

/// <summary>Gives a target one input, and says what is wrong with what came of it.</summary>
internal static class Trial
{
    // A reader that needs more for some KB is one that a longer input stalls. Other work on the machine must not count, so
    // that what was slow is tried again, and the least counts.
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);
    private const int Tries = 3;
    private const long MaxAllocatedBytes = 512L << 20;

    /// <summary>Null where the reader bore it.</summary>
    public static Finding? Run(FuzzTarget target, byte[] input)
    {
        var least = TimeSpan.MaxValue;
        for (var tries = 0; tries < Tries; tries++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            var started = Stopwatch.GetTimestamp();
            try
            {
                target.Read(input);
            }
            catch (Exception fault)
            {
                return new Finding(target.Name, input, $"{fault.GetType().Name}: {OneLine(fault.Message)}", PlaceOf(fault));
            }

            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            if (allocated > MaxAllocatedBytes)
            {
                return new Finding(target.Name, input, string.Create(
                    CultureInfo.InvariantCulture, $"allocated {allocated >> 20} MiB for {input.Length} bytes"), "memory");
            }

            least = Min(least, Stopwatch.GetElapsedTime(started));
            if (least <= MaxTime)
            {
                return null;
            }
        }

        return new Finding(target.Name, input, string.Create(
            CultureInfo.InvariantCulture, $"took {least.TotalSeconds:0.0} s for {input.Length} bytes"), "time");
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    // The first place in the project's own code.
    private static string PlaceOf(Exception fault)
    {
        var lines = (fault.StackTrace ?? "").Split('\n').Select(static line => line.Trim()).ToList();
        return $"{fault.GetType().Name} {lines.Find(static line => line.Contains(" Tollgate.", StringComparison.Ordinal)
            && !line.Contains("Tollgate.Fuzz", StringComparison.Ordinal)) ?? lines.FirstOrDefault() ?? ""}";
    }

    private static string OneLine(string text)
    {
        var line = text.Split('\n')[0].TrimEnd('\r');
        return line.Length <= 200 ? line : line[..200];
    }
}
