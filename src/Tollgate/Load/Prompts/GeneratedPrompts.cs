using Tollgate.Exchanges;
using Tollgate.Statistics;

namespace Tollgate.Load.Prompts;

/// <summary>
/// Prompts of a stated length, made of English words that a seed chose. A token is taken to be four characters, as it
/// is on average for English text and the common tokenizers.
/// </summary>
/// <remarks>
/// The first five words of a prompt spell its task's number, so that no two of 2³² tasks start alike and a provider's
/// cache of prompt prefixes does not answer for the model; a prompt of fewer than about 12 tokens has no room for all
/// of them. The rest is a stretch of one text that the seed wrote, so that a prompt costs a copy and no draws. Runs
/// of the same seed send the same prompts: take another seed where a cache may still hold those of the run before.
/// </remarks>
internal sealed class GeneratedPrompts : IPromptSource
{
    /// <summary>Characters that are taken for a token.</summary>
    public const int CharactersPerToken = 4;

    private const int TextCharacters = 1 << 18;

    private const string WordList =
        "about above across action after again against agree air all almost along already also always among " +
        "amount animal answer any apple area arm army around arrive art ask autumn away baby back bad bag " +
        "balance ball bank base basket beach bear beautiful because become bed before begin behind believe " +
        "bell below best better between big bird black blood blue board boat body bone book border both " +
        "bottle bottom box branch brave bread break bridge bright bring broad brother brown brush build burn " +
        "business busy butter button buy by cake call calm camera camp can capital car card care carry case " +
        "castle catch cause center chain chair chance change cheap check cheese child choice choose church " +
        "circle city clean clear climb clock close cloth cloud coast coat coffee cold collect color come " +
        "common company complete control cook cool copper corn corner cost cotton count country course cover " +
        "cross crowd cup current curtain cut damage dance danger dark daughter day dead dear deep degree " +
        "desire desk develop different dinner direct distance doctor dog door doubt down draw dream dress " +
        "drink drive drop dry dust early earth east easy eat edge education effect egg electric end engine " +
        "enough equal error evening event ever every example exchange exist expert eye face fact fair fall " +
        "family famous far farm fast father fear feather feel fertile fiction field fight final find finger " +
        "fire first fish fixed flag flame flat flight floor flower fly fold food foot force forest form " +
        "forward fowl frame free fresh friend front fruit full future garden gather general";

    private static readonly string[] Words = WordList.Split(' ');

    private readonly string text;
    private readonly uint scramble;
    private readonly PromptSize size;

    /// <param name="random">Its seed chooses the words; nothing is drawn from it.</param>
    /// <param name="size">
    /// How long prompts and answers are where the schedule does not say; 0 output tokens leave the answer to the wire.
    /// </param>
    public GeneratedPrompts(RandomStream random, PromptSize size)
    {
        var words = random.Fork(1);
        scramble = (uint)words.NextUInt64();
        this.size = size;
        text = string.Create(TextCharacters, words, static (span, words) => Fill(span, words));
    }

    /// <summary>
    /// All prompts of one length are the same, so that caches of prompt prefixes hit. Not set by default.
    /// </summary>
    public bool SameStart { get; init; }

    /// <summary>The sampling temperature of every prompt; null leaves it to the provider.</summary>
    public double? Temperature { get; init; }

    public Prompt PromptOf(long task, PromptSize? size)
    {
        var wanted = size ?? this.size;
        var characters = Math.Max(1, wanted.PromptTokens) * CharactersPerToken;
        var number = SameStart ? 0 : task;
        return Prompt.FromUser(
            string.Create(characters, (this, number), static (span, of) => of.Item1.Write(span, of.number)),
            wanted.OutputTokens > 0 ? wanted.OutputTokens : size is null ? null : 1) with
        {
            Temperature = Temperature,
        };
    }

    private void Write(Span<char> span, long task)
    {
        span[^1] = '.';
        span = span[..^1];

        // An odd multiplier permutes the 32-bit numbers, so neighbours differ from their first word on.
        var code = ((uint)task * 0x9E3779B1) ^ scramble;
        for (var part = 0; part < 5 && span.Length > 0; part++)
        {
            var word = Words[part < 4 ? (int)(code >> (24 - (8 * part))) & 0xFF : (int)(task & 0xFF)];
            span = Put(span, word);
        }

        // Starting elsewhere for every task, and at a word; the copy wraps where the text is too short.
        var start = (int)(((code * 0x85EBCA6BUL) >> 8) % (TextCharacters / 2));
        start = text.IndexOf(' ', start) + 1;
        while (span.Length > 0)
        {
            var piece = text.AsSpan(start, Math.Min(span.Length, TextCharacters - start));
            piece.CopyTo(span);
            span = span[piece.Length..];
            start = 0;
        }
    }

    private static void Fill(Span<char> span, RandomStream words)
    {
        while (span.Length > 0)
        {
            span = Put(span, Words[words.Next(Words.Length)]);
        }
    }

    private static Span<char> Put(Span<char> span, string word)
    {
        var length = Math.Min(word.Length, span.Length);
        word.AsSpan(0, length).CopyTo(span);
        if (length == span.Length)
        {
            return [];
        }

        span[length] = ' ';
        return span[(length + 1)..];
    }
}
