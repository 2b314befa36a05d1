namespace Tollgate.Transcripts.Formats;

/// <summary>What a file of transcripts held. A bad line loses itself alone.</summary>
/// <param name="Transcripts">Those that could be read, in the file's order.</param>
/// <param name="Errors">Everything that is wrong, in the file's order.</param>
internal sealed record TranscriptReadResult(
    IReadOnlyList<Transcript> Transcripts, IReadOnlyList<TranscriptError> Errors)
{
    /// <summary>What the transcripts that could be read leave out, in the file's order.</summary>
    public IReadOnlyList<TranscriptError> Notes { get; init; } = [];
}
