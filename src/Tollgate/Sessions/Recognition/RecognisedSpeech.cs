namespace Tollgate.Sessions.Recognition;

/// <summary>What the recogniser made of one utterance.</summary>
/// <param name="Final">The text that it settled on; the same as what was said where nothing went wrong.</param>
/// <param name="Interims">
/// What it showed on the way, in order; the last is the final text. Empty where no word was said.
/// </param>
internal sealed record RecognisedSpeech(string Final, IReadOnlyList<Interim> Interims)
{
    /// <summary>Words said.</summary>
    public int Words { get; init; }

    /// <summary>Words heard as others.</summary>
    public int Substitutions { get; init; }

    /// <summary>Words not heard.</summary>
    public int Deletions { get; init; }

    /// <summary>Words heard that nobody said.</summary>
    public int Insertions { get; init; }

    /// <summary>
    /// The entity words that are not in the final text where they were said, as the suite writes them.
    /// </summary>
    public IReadOnlyList<string> LostEntityWords { get; init; } = [];

    public int Errors => Substitutions + Deletions + Insertions;

    public bool IsExact => Errors == 0;
}
