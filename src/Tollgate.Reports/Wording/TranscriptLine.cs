namespace Tollgate.Reports.Wording;

/// <summary>A line of a transcript as it is shown.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Turn">Its turn.</param>
/// <param name="AtNs">When it began, on the call's clock; null where it is not known.</param>
/// <param name="Who">Who speaks, or which tool.</param>
/// <param name="Text">What was said, or the arguments.</param>
internal sealed record TranscriptLine(LineKind Kind, int Turn, long? AtNs, string Who, string Text)
{
    /// <summary>What the recogniser made of it, where that differs.</summary>
    public string? Heard { get; init; }

    /// <summary>What the caller did not hear of it.</summary>
    public string? Unheard { get; init; }

    /// <summary>What a tool answered.</summary>
    public string? Result { get; init; }

    /// <summary>What was wrong with it, a sentence each.</summary>
    public IReadOnlyList<string> Findings { get; init; } = [];
}
