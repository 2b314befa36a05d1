namespace Tollgate.Sessions.Recognition;

/// <summary>How well the recogniser hears.</summary>
internal sealed record RecogniserSettings
{
    /// <summary>
    /// Errors (substitutions, deletions, insertions) for each word said, over many utterances: 0, the default, hears
    /// all; 0.05 is a good line, 0.15 a close microphone in the real data, 0.25 one across the room. At most 0.5.
    /// </summary>
    public double WordErrorRate { get; init; }

    /// <summary>How many words pass between two interim hypotheses, at least 1; long utterances have fewer.</summary>
    public int InterimWords { get; init; } = 2;
}
