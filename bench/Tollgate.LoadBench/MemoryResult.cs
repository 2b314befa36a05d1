namespace Tollgate.LoadBench;

/// <summary>What the repetitions of <see cref="MemoryTrial"/> came to.</summary>
internal sealed record MemoryResult(
    int Streams, int Repetitions, int MaxOpen, Figure KilobytesPerStream, Figure FirstTokenErrorMsP50,
    Figure FirstTokenErrorMsP99)
{
    public static MemoryResult Of(IReadOnlyList<MemoryTrial> trials) => new(
        MemoryTrial.Streams,
        trials.Count,
        trials.Min(trial => trial.MaxOpen),
        Figure.Of(trials.Select(trial => trial.BytesPerStream / 1024)),
        Figure.Of(trials.Select(trial => trial.ErrorMsP50)),
        Figure.Of(trials.Select(trial => trial.ErrorMsP99)));
}
