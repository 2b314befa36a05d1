using Tollgate.Suites.Briefs;

namespace Tollgate.Suites;

/// <summary>One simulated call.</summary>
public sealed record SuiteSession
{
    /// <summary>Unique in the suite.</summary>
    public required string Name { get; init; }

    /// <summary>
    /// The name of the session in the file that it is a variant of; its own where the file has no variants of it.
    /// Variants of one script are not independent calls.
    /// </summary>
    public string Script { get; init; } = "";

    /// <summary>What the call is about, in one sentence for a person.</summary>
    public string About { get; init; } = "";

    /// <summary>The agent that picks up.</summary>
    public required string StartsWith { get; init; }

    /// <summary>The recogniser's word error rate, 0 to 0.5.</summary>
    public double Noise { get; init; }

    /// <summary>What the caller says, in the order of a call that goes well. Empty where there is a brief.</summary>
    public required IReadOnlyList<Step> Steps { get; init; }

    /// <summary>
    /// What the caller knows and wants, where the caller listens; null where the caller says <see cref="Steps"/>.
    /// </summary>
    public Brief? Brief { get; init; }

    /// <summary>The tables as this session finds them: the suite's, with the session's own records put in.</summary>
    public required IReadOnlyDictionary<string, RecordTable> Tables { get; init; }

    /// <summary>What the caller asks for and what is not there, by the name that steps refer to.</summary>
    public IReadOnlyDictionary<string, MissingRecord> Missing { get; init; } =
        new Dictionary<string, MissingRecord>();

    /// <summary>
    /// Tools that may be called more often than expected without harm, such as lookups; a tool that changes records is
    /// never among them.
    /// </summary>
    public IReadOnlySet<string> MayCall { get; init; } = new HashSet<string>();

    /// <summary>The expected calls must come in the order of their groups.</summary>
    public bool InOrder { get; init; }

    /// <summary>What the caller wants to have reached when the call is over.</summary>
    public IReadOnlyList<Goal> Goals { get; init; } = [];

    /// <summary>
    /// What must have become of the records. Changes that none of these explains count against the model. Null where
    /// the suite says nothing of them and no change is expected.
    /// </summary>
    public IReadOnlyList<ExpectedRecord> RecordsAfter { get; init; } = [];

    /// <summary>The right answers to the suite's post-call questions, by the question's name.</summary>
    public IReadOnlyDictionary<string, string> Labels { get; init; } = new Dictionary<string, string>();

    /// <summary>Names, tiers and other words by which sessions can be chosen and compared.</summary>
    public IReadOnlySet<string> Tags { get; init; } = new HashSet<string>();

    /// <summary>Where it stands in the suite's file.</summary>
    public int Line { get; init; }

    /// <summary>All calls that are expected, over all steps, in order.</summary>
    public IEnumerable<ExpectedCall> ExpectedCalls => Brief is { } brief
        ? brief.Wishes.SelectMany(wish => wish.Does)
        : Steps.SelectMany(step => step.Expect);
}
