using Tollgate.Acts.Slots;

namespace Tollgate.Suites.Briefs;

/// <summary>Something that agents of a suite may ask for, beyond the arguments of tools and the common kinds.</summary>
/// <param name="Name">Unique in the suite, such as <c>house_number</c>.</param>
/// <param name="Kind">What kind of thing it is.</param>
/// <param name="Words">What agents call it: "house number". Not empty.</param>
public sealed record AskedSlot(string Name, SlotKind Kind, IReadOnlyList<string> Words);
