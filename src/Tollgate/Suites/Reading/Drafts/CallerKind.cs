using Tollgate.Input;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>A kind of callers.</summary>
/// <param name="Name">Unique in the suite.</param>
/// <param name="At">Its name's place.</param>
/// <param name="Weight">How often such a caller is drawn, beside the others; above 0.</param>
/// <param name="Table">The table of which each caller is a record; null for somebody who is on no file.</param>
/// <param name="Where">Which of the records; null for all.</param>
/// <param name="Facts">What the caller knows, by slot, with references.</param>
internal sealed record CallerKind(
    string Name, YamlNode At, double Weight, string? Table, YamlNode? Where,
    IReadOnlyList<(string Slot, YamlNode Key, YamlNode Value)> Facts);
