using Tollgate.Input;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>A wish that a caller is to have, with what is settled of it; the rest is drawn.</summary>
/// <param name="At">Where a brief names it; the wish itself where it is drawn.</param>
internal sealed record WishPlan(WishTemplate Template, YamlNode At)
{
    /// <summary>The keys of records, by the record's name in the wish.</summary>
    public IReadOnlyDictionary<string, YamlNode> Rows { get; init; } = new Dictionary<string, YamlNode>();

    /// <summary>Facts in place of the wish's own, by slot.</summary>
    public IReadOnlyDictionary<string, YamlNode> Facts { get; init; } = new Dictionary<string, YamlNode>();

    /// <summary>The caller changes his mind.</summary>
    public bool Changes { get; init; }
}
