namespace Tollgate.Measures.Summaries;

/// <summary>One completed task, as a comparison needs it.</summary>
/// <param name="FirstMs">Milliseconds from the task's start to the last attempt's first token.</param>
/// <param name="StreamMs">Milliseconds from there to the last token.</param>
/// <param name="Tokens">Tokens streamed after those of the first arrival.</param>
internal readonly record struct TaskRow(double FirstMs, double StreamMs, double Tokens)
{
    /// <summary>The task's time in milliseconds.</summary>
    public double TotalMs => FirstMs + StreamMs;
}
