using Tollgate.Input;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>Why this caller cannot have a wish, where another might.</summary>
/// <param name="At">What stands in the way.</param>
/// <param name="Message">What was found and what was expected.</param>
internal sealed record Refusal(YamlNode At, string Message);
