namespace Tollgate.Suites.Schemas;

/// <summary>Something in a call's arguments that the tool's schema forbids.</summary>
/// <param name="Path">The argument, such as <c>slots[0].date</c>; empty for the object as a whole.</param>
/// <param name="Missing">A required argument is not there.</param>
/// <param name="Unknown">The schema has no such argument and allows no others.</param>
/// <param name="WrongType">Its JSON type is not the schema's.</param>
/// <param name="Message">One sentence: what was found and what was expected.</param>
internal sealed record SchemaProblem(string Path, bool Missing, bool Unknown, bool WrongType, string Message);
