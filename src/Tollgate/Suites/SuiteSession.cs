using Tollgate.Input;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites;

/// <summary>One simulated call.</summary>
public sealed record SuiteSession
{
    /// <summary>Unique in the suite.</summary>
    public required string Name { get; init; }

    /// <summary>What the call is about, in one sentence for a person.</summary>
    public string About { get; init; } = "";

    /// <summary>The agent that picks up.</summary>
    public required string StartsWith { get; init; }

    /// <summary>What the recogniser's word error rate may be.</summary>
    internal static Between<double> NoiseBounds { get; } = new(0, 0.5);

    /// <summary>The recogniser's word error rate, 0 to 0.5.</summary>
    public double Noise { get; init; }

    /// <summary>What the caller knows and wants.</summary>
    public required Brief Brief { get; init; }

    /// <summary>The tables as this session finds them: the suite's, with the session's own records put in.</summary>
    public required IReadOnlyDictionary<string, RecordTable> Tables { get; init; }

    /// <summary>The right answers to the suite's post-call questions, by the question's name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Names, tiers and other words by which sessions can be chosen and compared.</summary>
    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    /// <summary>Where it stands in the suite's file.</summary>
    public int Line { get; init; }

    /// <summary>The calls with an effect that are expected, over all wishes, in order.</summary>
    public IEnumerable<ExpectedCall> ExpectedCalls => Brief.Wishes.SelectMany(static wish => wish.Does);
}
