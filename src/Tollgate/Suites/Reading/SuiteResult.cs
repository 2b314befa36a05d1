using Tollgate.Input;

namespace Tollgate.Suites.Reading;

/// <summary>What came of reading a suite: the suite, or everything that is wrong with it.</summary>
/// <param name="Suite">The suite; null where there are errors.</param>
/// <param name="Errors">In the order of the file; empty where there is a suite.</param>
internal sealed record SuiteResult(Suite? Suite, IReadOnlyList<InputError> Errors);
