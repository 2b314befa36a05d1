namespace Tollgate.Runs.Records;

/// <summary>The ledger's entry that registered a run before it began.</summary>
/// <param name="Entry">The entry's number, from 1.</param>
/// <param name="Hash">The entry's hash, in lower-case hexadecimal digits.</param>
internal sealed record RunRegistration(long Entry, string Hash);
