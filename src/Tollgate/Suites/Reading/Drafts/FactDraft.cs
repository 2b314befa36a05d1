using Tollgate.Input;
using Tollgate.Suites.Briefs;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>A caller's fact while it is put in where texts and calls name it.</summary>
/// <param name="Value">Its value as the file has it, so that a number stays one; null where it is unknown.</param>
/// <param name="Rows">The records that it was taken from: table and key.</param>
internal sealed record FactDraft(CallerFact Fact, YamlNode? Value, IReadOnlyCollection<(string Table, string Key)> Rows)
{
    /// <summary>As the caller says it.</summary>
    public string Said => Fact.Spoken ?? Spoken.Plain(Fact.Kind, Fact.Value ?? "");
}
