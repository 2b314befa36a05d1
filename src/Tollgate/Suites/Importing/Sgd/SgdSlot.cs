using Tollgate.Values;

namespace Tollgate.Suites.Importing.Sgd;

/// <summary>A slot of a service.</summary>
/// <param name="Description">What it is, for a model.</param>
/// <param name="Values">The values that it may have; empty where it is not categorical.</param>
internal sealed record SgdSlot(string Name, string Description, IReadOnlyList<string> Values)
{
    /// <summary>What its values mean, by what the dialogues hold.</summary>
    public ValueKind Kind { get; set; } = ValueKind.Text;
}
