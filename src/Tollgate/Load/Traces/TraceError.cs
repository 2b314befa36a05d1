namespace Tollgate.Load.Traces;

/// <summary>What is wrong with a trace.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Message">What was found there, and what was expected.</param>
internal sealed record TraceError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
