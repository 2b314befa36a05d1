using Tollgate.Statistics;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// What a recogniser shows while it listens: the words so far, of which the last two are not settled. A word that is
/// wrong in the end was often right at first, and one that is right was often wrong.
/// </summary>
internal static class Hypotheses
{
    /// <summary>How many words at the end of an interim text may still change.</summary>
    public const int Unsettled = 2;

    private const int MaxInterims = 32;

    // The chance that the last word, and the one before it, is not yet what it will be.
    private static readonly double[] Changes = [0.25, 0.08];

    public static List<Interim> Draw(
        SaidUtterance utterance, HeardText heard, string final, int every, RandomStream random)
    {
        var interims = new List<Interim>();
        var count = utterance.Words.Count;
        var step = Math.Max(Math.Max(1, every), (count + MaxInterims - 1) / MaxInterims);
        var (text, pieces) = (new StringBuilder(), heard.Pieces);
        var settled = 0;
        for (var said = step; said < count; said += step)
        {
            var known = settled;
            while (known < pieces.Count && pieces[known].Said <= said)
            {
                known++;
            }

            // All but the last words are settled and are written once.
            for (; settled < known - Unsettled; settled++)
            {
                text.Append(pieces[settled].Before).Append(pieces[settled].Core).Append(pieces[settled].After);
            }

            if (known > 0)
            {
                interims.Add(new Interim((double)said / count, text + Rest(utterance, pieces, settled, known, random)));
            }
        }

        if (count > 0)
        {
            interims.Add(new Interim(1, final));
        }

        return interims;
    }

    private static string Rest(
        SaidUtterance utterance, IReadOnlyList<HeardText.Piece> pieces, int from, int to, RandomStream random)
    {
        var text = new StringBuilder();
        for (var i = from; i < to; i++)
        {
            var piece = pieces[i];
            var word = utterance.Words[Math.Max(0, piece.Said - 1)];
            var core = piece.Core;
            if (random.NextDouble() < Changes[Math.Min(Changes.Length, to - i) - 1])
            {
                // What was heard wrong may have been right before; what was heard right, wrong.
                core = core != word.Written ? word.Key : Mishearing.Confuse(word, random, key => key != word.Key);
            }

            text.Append(piece.Before).Append(core).Append(i == to - 1 ? "" : piece.After);
        }

        return text.ToString();
    }
}
