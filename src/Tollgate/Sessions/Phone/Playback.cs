using Tollgate.Suites;

namespace Tollgate.Sessions.Phone;

/// <summary>
/// What a caller hears of one turn, and when: a synthesiser waits for a first clause, then speaks word after word, each
/// as soon as the one before it is over and its text is there. Instants are nanoseconds on the call's clock. Safe for
/// concurrent use: text comes in from the thread that reads the wire.
/// </summary>
/// <remarks>
/// With a(k) the instant at which the last letter of word k came, d the synthesis and half the network, w(k) the length
/// of word k and c the end of the first clause: the first word starts at s(1) = max(a(c) + d, the end of what was said
/// before), the others at s(k) = max(s(k-1) + w(k-1), a(k) + d). Where the second is the later one, speech underran.
/// </remarks>
/// <param name="voice">The telephone.</param>
internal sealed class Playback(Voice voice)
{
    /// <summary>A synthesiser that sees no clause end starts after so many words.</summary>
    private const int MaxClauseWords = 12;

    private readonly Lock gate = new();
    private readonly List<Word> words = [];
    private readonly List<Stream> streams = [];
    private readonly long delayNs = (voice.Synthesis.Ticks * 100) + (voice.Network.Ticks * 50);
    private int waiting;

    /// <summary>When the first clause's text was there; null while none was.</summary>
    public long? FirstClauseNs { get; private set; }

    /// <summary>The first audible word; null for none.</summary>
    public long? AudibleNs => Locked(() => words.Count > waiting ? words[0].StartNs : (long?)null);

    /// <summary>When the last word so far is over; null for none.</summary>
    public long? EndNs => Locked(() => words.Count > waiting ? words[^(1 + waiting)].EndNs : (long?)null);

    public int Underruns { get; private set; }

    public long UnderrunNs { get; private set; }

    /// <summary>Called on the thread that added text, whenever words were scheduled.</summary>
    public Action? Scheduled { get; set; }

    /// <summary>A new stream of text begins; what was said before is spoken to its end first.</summary>
    /// <returns>Its number.</returns>
    public int Begin()
    {
        lock (gate)
        {
            streams.Add(new Stream(words.Count));
            return streams.Count - 1;
        }
    }

    /// <summary>The stream that began last came to nothing: what was not spoken yet never is.</summary>
    public void Restart(long nowNs)
    {
        lock (gate)
        {
            words.RemoveRange(words.Count - waiting, waiting);
            waiting = 0;
            var stream = streams[^1];
            while (words.Count > stream.First && words[^1].StartNs > nowNs)
            {
                words.RemoveAt(words.Count - 1);
            }

            // What was heard of it belongs to no text any more.
            streams[^1] = new Stream(words.Count);
        }
    }

    /// <summary>Text came.</summary>
    public void Add(long atNs, ReadOnlySpan<char> more)
    {
        lock (gate)
        {
            var stream = streams[^1];
            stream.Text.Append(more);
            stream.Pieces.Add((stream.Text.Length, atNs));
            Read(stream, whole: false);
        }

        Scheduled?.Invoke();
    }

    /// <summary>The stream of text is over.</summary>
    public void Finish(long atNs)
    {
        lock (gate)
        {
            Read(streams[^1], whole: true);
            Speak(atNs);
        }

        Scheduled?.Invoke();
    }

    /// <summary>When so many words from a stream on have been heard; null while that is not known.</summary>
    public long? HeardAtNs(int count, int stream) => Locked(() =>
    {
        var last = streams[stream].First + count - 1;
        return last < words.Count - waiting ? words[last].EndNs : (long?)null;
    });

    /// <summary>How much of a stream is heard by an instant.</summary>
    public string HeardBy(int stream, long ns) => Locked(() =>
    {
        var end = 0;
        for (var i = streams[stream].First; i < EndOf(stream) && words[i].EndNs <= ns; i++)
        {
            end = words[i].End;
        }

        return streams[stream].Text.ToString(0, end);
    });

    /// <summary>The first and the last audible instant of a stream; null for none.</summary>
    /// <param name="stream">Its number.</param>
    /// <param name="untilNs">What would be said later is not.</param>
    public (long StartNs, long EndNs)? Spoken(int stream, long untilNs) => Locked(() =>
    {
        var (first, end) = (streams[stream].First, EndOf(stream));
        return first < end && words[first].StartNs < untilNs
            ? (words[first].StartNs, Math.Min(untilNs, words[end - 1].EndNs))
            : ((long, long)?)null;
    });

    /// <summary>The longest silence from an instant to another: before the first word and between words.</summary>
    public long LongestSilenceNs(long fromNs, long untilNs) => Locked(() =>
    {
        var longest = 0L;
        var silentFromNs = fromNs;
        foreach (var word in words.Take(words.Count - waiting))
        {
            if (word.StartNs >= untilNs)
            {
                break;
            }

            longest = Math.Max(longest, word.StartNs - silentFromNs);
            silentFromNs = Math.Min(word.EndNs, untilNs);
        }

        return Math.Max(longest, untilNs - silentFromNs);
    });

    private T Locked<T>(Func<T> read)
    {
        lock (gate)
        {
            return read();
        }
    }

    // One past a stream's last word that is scheduled.
    private int EndOf(int stream) =>
        stream + 1 < streams.Count ? streams[stream + 1].First : words.Count - waiting;

    private void Read(Stream stream, bool whole)
    {
        // Only what is new is looked at: from the end of the last word that was whole.
        var all = stream.Text.ToString(stream.Read, stream.Text.Length - stream.Read);
        var at = 0;
        while (SpokenReply.Next(all, at, whole) is { } word)
        {
            at = word.End;
            Enter(stream, all.AsSpan(word.Start, word.End - word.Start), word.Beats, stream.Read + word.End);
        }

        stream.Read += at;
    }

    private void Enter(Stream stream, ReadOnlySpan<char> word, int beats, int end)
    {
        var atNs = stream.CameAtNs(end);
        var lengthNs = (long)Math.Round(beats * SpokenReply.WordNs(voice));
        var speaking = waiting == 0 && words.Count > stream.First;
        if (speaking)
        {
            var readyNs = atNs + delayNs;
            var dryNs = readyNs - words[^1].EndNs;
            if (dryNs > 0)
            {
                Underruns++;
                UnderrunNs += dryNs;
            }

            var startNs = Math.Max(readyNs, words[^1].EndNs);
            words.Add(new Word(end, startNs, startNs + lengthNs));
            return;
        }

        words.Add(new Word(end, 0, lengthNs));
        waiting++;
        if (SpokenReply.EndsClause(word) || waiting == MaxClauseWords)
        {
            Speak(atNs);
        }
    }

    // The words that waited for the first clause's end are spoken, one after the other.
    private void Speak(long clauseNs)
    {
        if (waiting == 0)
        {
            return;
        }

        FirstClauseNs ??= clauseNs;
        var first = words.Count - waiting;
        var startNs = Math.Max(clauseNs + delayNs, first > 0 ? words[first - 1].EndNs : long.MinValue);
        for (var i = first; i < words.Count; i++)
        {
            var word = words[i];
            words[i] = word with { StartNs = startNs, EndNs = startNs + word.EndNs };
            startNs = words[i].EndNs;
        }

        waiting = 0;
    }

    // While a word waits for its clause, EndNs is its length.
    private readonly record struct Word(int End, long StartNs, long EndNs);

    private sealed class Stream(int first)
    {
        private int piece;

        /// <summary>Its first word's place.</summary>
        public int First => first;

        public StringBuilder Text { get; } = new();

        public List<(int End, long AtNs)> Pieces { get; } = [];

        /// <summary>So far it was cut into words.</summary>
        public int Read { get; set; }

        /// <summary>When the text up to a place was there; places never fall.</summary>
        public long CameAtNs(int end)
        {
            while (Pieces[piece].End < end)
            {
                piece++;
            }

            return Pieces[piece].AtNs;
        }
    }
}
