using System.Diagnostics;

namespace Tollgate.Fuzz;

/// <summary>Looks for inputs that one target does not bear. The same seed tries the same inputs in the same order.</summary>
internal sealed class Hunt
{
    private readonly IReadOnlyList<(string Name, byte[] Bytes)> seeds;
    private readonly Mutator mutator;
    private readonly Random random;
    private readonly FileStream? current;
    private readonly HashSet<string> places = new(StringComparer.Ordinal);
    private readonly Stopwatch clock = new();

    /// <param name="target">Whose inputs.</param>
    /// <param name="seed">What all chance comes from.</param>
    /// <param name="current">
    /// A file that holds the input under way, so that one which ends the process can be told; null for none.
    /// </param>
    public Hunt(FuzzTarget target, int seed, FileStream? current)
    {
        Target = target;
        this.current = current;
        seeds = target.Seeds();
        mutator = new Mutator([.. seeds.Select(static one => one.Bytes)], target.Words);
        random = new Random(seed);
    }

    public FuzzTarget Target { get; }

    public long Inputs { get; private set; }

    public double PerSecond => Inputs / Math.Max(1e-9, clock.Elapsed.TotalSeconds);

    public List<Finding> Findings { get; } = [];

    /// <summary>Tries the seeds themselves.</summary>
    public void Seeds()
    {
        foreach (var (_, bytes) in seeds)
        {
            Try(bytes);
        }
    }

    /// <summary>Tries so many inputs.</summary>
    public void Times(int count)
    {
        for (var i = 0; i < count; i++)
        {
            Try(mutator.Next(random));
        }
    }

    /// <summary>Tries inputs for so long.</summary>
    public void For(TimeSpan length)
    {
        for (var started = Stopwatch.GetTimestamp(); Stopwatch.GetElapsedTime(started) < length;)
        {
            Times(1);
        }
    }

    private void Try(byte[] input)
    {
        if (current is not null)
        {
            current.SetLength(0);
            current.Position = 0;
            current.Write(input);
            current.Flush();
        }

        clock.Start();
        var finding = Trial.Run(Target, input);
        clock.Stop();
        Inputs++;
        if (finding is not null && places.Add(finding.Where))
        {
            Findings.Add(finding);
        }
    }
}
