namespace Tollgate.Fuzz;

/// <summary>An input that a reader did not bear.</summary>
/// <param name="Target">Whose.</param>
/// <param name="Input">The input.</param>
/// <param name="What">What came of it, in a line.</param>
/// <param name="Where">What it is told apart by: the same place is found once.</param>
internal sealed record Finding(string Target, byte[] Input, string What, string Where);
