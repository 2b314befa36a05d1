namespace Tollgate.Sessions.Recognition;

/// <summary>
/// Writes what was heard as a modern recogniser would: untouched words keep the writing of the suite.
/// </summary>
internal sealed class HeardText
{
    private readonly List<Piece> pieces = [];
    private readonly string tail;

    private HeardText(string tail) => this.tail = tail;

    public IReadOnlyList<Piece> Pieces => pieces;

    public static HeardText Write(
        SaidUtterance utterance, IReadOnlyList<ErrorRun> runs, IReadOnlyList<string[]> heard)
    {
        var text = new HeardText(utterance.Tail);
        var (words, run) = (utterance.Words, 0);
        for (var at = 0; at <= words.Count;)
        {
            if (run < runs.Count && runs[run].At == at)
            {
                text.AddRun(words, runs[run], heard[run]);
                at += runs[run].Said;
                run++;
                continue;
            }

            if (at < words.Count)
            {
                text.Add(words[at].Before, words[at].Written, words[at].After, at + 1);
            }

            at++;
        }

        return text;
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        foreach (var piece in pieces)
        {
            text.Append(piece.Before).Append(piece.Core).Append(piece.After);
        }

        return text.Append(tail).ToString();
    }

    private void AddRun(IReadOnlyList<SaidWord> words, ErrorRun run, string[] heard)
    {
        var after = run.Said > 0 ? words[run.At + run.Said - 1].After : "";
        if (run.Said == 0 && run.At == words.Count && heard.Length > 0 && pieces.Count > 0)
        {
            // Words added at the end come before what ends the sentence.
            after = pieces[^1].After;
            pieces[^1] = pieces[^1] with { After = "" };
        }

        for (var i = 0; i < heard.Length; i++)
        {
            var before = i == 0 && run.Said > 0 ? words[run.At].Before : " ";
            Add(before, heard[i], i == heard.Length - 1 ? after : "", run.At + run.Said);
        }

        // The end of a sentence is heard even where its last word is not.
        if (heard.Length == 0 && SaidUtterance.EndsSentence(after) && pieces.Count > 0
            && !SaidUtterance.EndsSentence(pieces[^1].After))
        {
            pieces[^1] = pieces[^1] with { After = after };
        }
    }

    private void Add(string before, string core, string after, int said)
    {
        var space = pieces.Count == 0 ? before.TrimStart() : before.Length > 0 && char.IsWhiteSpace(before[0])
            ? before : " " + before;
        pieces.Add(new Piece(said == 1 && pieces.Count == 0 ? before : space, core, after, said));
    }

    /// <param name="Before">Spaces and opening punctuation.</param>
    /// <param name="Core">The word.</param>
    /// <param name="After">Closing punctuation.</param>
    /// <param name="Said">How many words were said when this one was heard.</param>
    internal readonly record struct Piece(string Before, string Core, string After, int Said);
}
