using System.Globalization;
using System.Runtime.InteropServices;

namespace Tollgate.LoadBench;

/// <summary>
/// What the operating system says of this machine and of the processes that this one started. Linux only.
/// </summary>
internal static partial class Machine
{
    private const int Children = -1;

    /// <summary>The machine in general words: cores, system, runtime; no names of hosts or people.</summary>
    public static string Description =>
        $"{System.Environment.ProcessorCount} cores ({Architecture()}), Linux ({RuntimeInformation.OSDescription.Split(' ')[0]}), "
        + $"{RuntimeInformation.FrameworkDescription}, loopback";

    /// <summary>The processes that want to run, averaged over the last minute.</summary>
    public static double LoadAverage() =>
        double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>User and system time, in seconds, of all child processes that have ended.</summary>
    public static double EndedChildrenCpuSeconds()
    {
        if (getrusage(Children, out var usage) != 0)
        {
            throw new InvalidOperationException("getrusage failed");
        }

        return usage.UserSeconds + usage.SystemSeconds + ((usage.UserMicroseconds + usage.SystemMicroseconds) / 1e6);
    }

    /// <summary>The instant on the monotonic clock that the server stamps with.</summary>
    public static long MonotonicNs(TimeProvider time) => time.GetTimestamp() * (1_000_000_000 / time.TimestampFrequency);

    /// <summary>
    /// User and system time of a process and its threads so far, in nanoseconds; null once it has ended.
    /// </summary>
    public static long? CpuNs(int process)
    {
        // How Linux numbers the clock of another process: clock_getcpuclockid(3).
        const int scheduled = 2;
        return clock_gettime((~process << 3) | scheduled, out var time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : null;
    }

    /// <summary>The most resident memory that a process has had, in bytes; 0 once it has ended.</summary>
    public static long PeakBytes(int process)
    {
        try
        {
            foreach (var line in File.ReadLines($"/proc/{process}/status"))
            {
                if (line.StartsWith("VmHWM:", StringComparison.Ordinal))
                {
                    var kilobytes = line["VmHWM:".Length..].Replace("kB", "", StringComparison.Ordinal);
                    return long.Parse(kilobytes, CultureInfo.InvariantCulture) * 1024;
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It ended between two looks.
        }

        return 0;
    }

    /// <summary>Asks a process to end in order.</summary>
    public static void Terminate(int process) => _ = kill(process, 15);

    private static string Architecture()
    {
        const string key = "model name";
        var line = File.ReadLines("/proc/cpuinfo").FirstOrDefault(l => l.StartsWith(key, StringComparison.Ordinal));
        return line is null ? RuntimeInformation.ProcessArchitecture.ToString() : line.Split(':')[1].Trim();
    }

    [LibraryImport("libc", SetLastError = true)]
    private static partial int getrusage(int who, out Usage usage);

    [LibraryImport("libc")]
    private static partial int clock_gettime(int clock, out TimeSpec time);

    [LibraryImport("libc")]
    private static partial int kill(int process, int signal);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }

    // struct rusage: two struct timeval, then fourteen counts that are not needed here.
    [StructLayout(LayoutKind.Sequential, Size = 144)]
    private struct Usage
    {
        public long UserSeconds;
        public long UserMicroseconds;
        public long SystemSeconds;
        public long SystemMicroseconds;
    }
}
