namespace Tollgate.Sessions.Recognition;

/// <summary>
/// What reaches the agent when a caller is taken to have finished and has not. Pure functions of the text.
/// </summary>
public static class PartialInput
{
    private static readonly string[] Hesitations = ["uh", "um", "so", "and"];

    /// <summary>
    /// Cuts a turn in two between words: what was said when the recogniser took it to be over, and what the caller goes
    /// on with. Joined they are the whole, spaces included.
    /// </summary>
    /// <param name="said">The turn.</param>
    /// <param name="fraction">The share of its words in the first part, from 0 to 1; rounded to whole words.</param>
    /// <returns>
    /// The parts. Where there are two words or more and the fraction is neither 0 nor 1, both have a word.
    /// </returns>
    public static CutTurn Cut(string said, double fraction)
    {
        if (!(fraction is >= 0 and <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "The fraction must be from 0 to 1.");
        }

        var words = Utterance.Parse(said, []).Words;
        var first = (int)Math.Round(fraction * words.Count, MidpointRounding.AwayFromZero);
        if (words.Count > 1 && fraction is > 0 and < 1)
        {
            first = Math.Clamp(first, 1, words.Count - 1);
        }

        if (first == words.Count)
        {
            return new CutTurn(said, "");
        }

        var length = 0;
        for (var i = 0; i < first; i++)
        {
            length += words[i].Before.Length + words[i].Written.Length + words[i].After.Length;
        }

        return new CutTurn(said[..length], said[length..]);
    }

    /// <summary>
    /// The turn's beginning as someone trails off: cut as above, without closing punctuation, then dots.
    /// </summary>
    public static string TrailOff(string said, double fraction)
    {
        var first = Cut(said, fraction).First.TrimEnd();
        while (first.Length > 0 && char.IsPunctuation(first[^1]))
        {
            first = first[..^1];
        }

        return first.Length == 0 ? "" : first + "...";
    }

    /// <summary>
    /// How a caller goes on after a cut: the rest, with a hesitation before it (0 to 3 choose which; -1 none).
    /// </summary>
    public static string Continue(CutTurn turn, int hesitation = -1)
    {
        var rest = turn.Rest.TrimStart();
        return rest.Length == 0 || hesitation < 0 ? rest : $"{Hesitations[hesitation % Hesitations.Length]}, {rest}";
    }
}
