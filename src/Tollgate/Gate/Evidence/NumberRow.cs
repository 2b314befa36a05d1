namespace Tollgate.Gate.Evidence;

/// <summary>One value that the team brings.</summary>
/// <param name="Line">Its line in the file, from 1.</param>
/// <param name="Session">The call's name as reports print it, or the task's number.</param>
/// <param name="Value">Finite.</param>
internal readonly record struct NumberRow(int Line, string Session, double Value);
