using Tollgate.Input;

namespace Tollgate.Gate.Evidence;

/// <summary>What came of reading a file of numbers: the numbers, or what is wrong with it.</summary>
/// <param name="Numbers">Null where there is an error.</param>
/// <param name="Errors">Empty where there are numbers.</param>
internal sealed record NumberFileResult(NumberFile? Numbers, IReadOnlyList<InputError> Errors);
