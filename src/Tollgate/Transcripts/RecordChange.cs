namespace Tollgate.Transcripts;

/// <summary>What a tool did to one record.</summary>
/// <param name="Table">The table.</param>
/// <param name="Key">The record's key.</param>
/// <param name="BeforeJson">The record before; null where it was put in.</param>
/// <param name="AfterJson">The record after; null where it was taken away.</param>
public sealed record RecordChange(string Table, string Key, string? BeforeJson, string? AfterJson);
