namespace Tollgate.Simulator.Engine;

/// <summary>A text cut into tokens. Immutable.</summary>
internal sealed class Pieces
{
    private readonly string text;
    private readonly int[] ends;
    private readonly int[] points;
    private byte[]?[]? escaped;

    private Pieces(string text, List<int> ends)
    {
        this.text = text;
        this.ends = [.. ends];
        points = new int[ends.Count];
        for (var i = 0; i < points.Length; i++)
        {
            foreach (var character in Slice(i))
            {
                points[i] += char.IsLowSurrogate(character) ? 0 : 1;
            }
        }
    }

    public int Count => ends.Length;

    /// <summary>Pieces of so many characters, whatever they are; a surrogate pair stays in one.</summary>
    public static Pieces OfSize(string text, int characters)
    {
        var ends = new List<int>((text.Length / characters) + 1);
        for (var at = 0; at < text.Length;)
        {
            at = Whole(text, Math.Min(text.Length, at + characters));
            ends.Add(at);
        }

        return new Pieces(text, ends);
    }

    /// <summary>Words with the space before them, as providers' tokenizers cut; long ones in two.</summary>
    public static Pieces OfWords(string text)
    {
        const int longest = 7;
        var ends = new List<int>((text.Length / 5) + 1);
        for (var at = 0; at < text.Length;)
        {
            var next = text.IndexOf(' ', at + 1);
            next = next < 0 ? text.Length : next;
            if (next - at > longest)
            {
                ends.Add(Whole(text, at + ((next - at) / 2)));
            }

            if (ends.Count == 0 || ends[^1] < next)
            {
                ends.Add(next);
            }

            at = next;
        }

        return new Pieces(text, ends);
    }

    public ReadOnlySpan<char> Slice(int piece) => text.AsSpan(Start(piece), ends[piece] - Start(piece));

    /// <summary>The text of the first so many pieces.</summary>
    public string UpTo(int pieces) => pieces >= Count ? text : text[..Start(pieces)];

    public int CodePoints(int piece) => points[piece];

    /// <summary>The piece as it stands inside a JSON string.</summary>
    public ReadOnlySpan<byte> Escaped(int piece)
    {
        escaped ??= new byte[]?[Count];
        return escaped[piece] ??= Encoding.UTF8.GetBytes(Json.Escape(Slice(piece).ToString()));
    }

    private int Start(int piece) => piece == 0 ? 0 : ends[piece - 1];

    private static int Whole(string text, int end) =>
        end < text.Length && char.IsLowSurrogate(text[end]) ? end + 1 : end;
}
