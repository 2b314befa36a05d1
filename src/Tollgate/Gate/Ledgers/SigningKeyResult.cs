namespace Tollgate.Gate.Ledgers;

/// <summary>What came of reading a key: the key, or why it is none. Nothing of the key is in the sentence.</summary>
/// <param name="Key">The key, for the caller to dispose of; null where there is an error.</param>
/// <param name="Error">What was found and what was expected; null where there is a key.</param>
public sealed record SigningKeyResult(SigningKey? Key, string? Error);
