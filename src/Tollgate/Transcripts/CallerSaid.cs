namespace Tollgate.Transcripts;

/// <summary>The caller spoke.</summary>
/// <param name="Said">What was said.</param>
/// <param name="Heard">What the recogniser made of it, which is what the model got.</param>
/// <param name="Kind">Why the caller spoke.</param>
public sealed record CallerSaid(
    string Said, string Heard, SpeechKind Kind) : TranscriptEntry
{
    /// <summary>The wishes that were brought up, by name.</summary>
    public IReadOnlyList<string> Steps { get; init; } = [];

    /// <summary>The caller gave leave, or took an offer: what the agent then did, it was asked to do.</summary>
    public bool Agrees { get; init; }

    /// <summary>
    /// What the caller settled on, as records hold it: <c>move_haircut.time</c> is <c>16:30</c>. The last word counts.
    /// </summary>
    public IReadOnlyDictionary<string, string> Settles { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// What a model wrote for it, in order, word for word; empty where none plays the caller. Where the last one was
    /// refused, the agenda's words were said.
    /// </summary>
    public IReadOnlyList<CallerDraft> Drafts { get; init; } = [];

    /// <summary>Hypotheses that the recogniser showed on the way and took back, oldest first.</summary>
    public IReadOnlyList<string> Interims { get; init; } = [];
}
