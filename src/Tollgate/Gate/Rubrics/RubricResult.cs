using Tollgate.Input;

namespace Tollgate.Gate.Rubrics;

/// <summary>What came of reading a rubric: the rubric, or everything that is wrong with it.</summary>
/// <param name="Rubric">The rubric; null where there are errors.</param>
/// <param name="Errors">In the order of the file; empty where there is a rubric.</param>
public sealed record RubricResult(Rubric? Rubric, IReadOnlyList<InputError> Errors);
