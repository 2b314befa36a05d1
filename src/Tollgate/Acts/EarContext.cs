using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;

namespace Tollgate.Acts;

/// <summary>
/// What an ear needs to know of the conversation so far. Tell it every turn, in order: <see cref="CallerSaid"/> and
/// <see cref="AgentSaid"/>. Not safe to share between threads.
/// </summary>
/// <param name="vocabulary">The slots of the suite.</param>
/// <param name="now">The caller's day and time.</param>
internal sealed class EarContext(SlotVocabulary vocabulary, DateTime now)
{
    private readonly HashSet<(SlotKind Kind, string? Name)> given = [];
    private readonly HashSet<(SlotKind Kind, string Name)> asked = [];
    private readonly List<HashSet<string>> askedWords = [];
    private List<AgentAct> pending = [];
    private bool answered;

    /// <summary>The caller's day and time.</summary>
    internal DateTime Now => now;

    /// <summary>The agent has just passed the caller on, so that somebody else is speaking.</summary>
    internal bool IsPassedOn { get; private set; }

    /// <summary>Somebody has said something.</summary>
    public bool HasBegun { get; private set; }

    /// <summary>All words that the caller has said.</summary>
    internal HashSet<string> SaidWords { get; } = [];

    /// <summary>The words that the caller said last, one by one.</summary>
    internal HashSet<string> LastWords { get; private set; } = [];

    /// <summary>The same with their places.</summary>
    internal List<Token> LastTokens { get; private set; } = [];

    /// <summary>The same without spaces, and what was spelled as letters and digits: <c>itism6113</c>.</summary>
    internal string LastSigns { get; private set; } = "";

    /// <summary>The caller asked something.</summary>
    internal bool LastAsked { get; private set; }

    /// <summary>The values in them.</summary>
    internal List<Fact> LastValues { get; private set; } = [];

    /// <summary>All values that the caller has said.</summary>
    internal List<Fact> Said { get; } = [];

    /// <summary>What the agent asked for or read back when it spoke last.</summary>
    internal IReadOnlyList<AgentAct> Pending => pending;

    /// <summary>Nothing is known of what the agent said before the caller's last words.</summary>
    internal bool IsMidway { get; private set; } = true;

    /// <summary>The agent asked something, or let the caller choose, when it spoke last.</summary>
    internal bool AskedChoice { get; private set; }

    /// <summary>The code or telephone number that either of them spoke of last.</summary>
    internal SlotMention? Numbered { get; private set; }

    /// <summary>The slot that was asked for or read back last, however long ago.</summary>
    internal AgentAct? LastSlot { get; private set; }

    /// <summary>The caller has spoken, until the agent answers.</summary>
    /// <param name="words">What was said, and not what a recogniser made of it.</param>
    public void CallerSaid(string words)
    {
        var tokens = Tokens.Of(words);
        var values = SpokenValues.Of(tokens, now);
        if (answered)
        {
            (LastWords, LastTokens, LastValues, LastSigns, LastAsked) = ([], [], [], "", false);
            answered = false;
        }

        SaidWords.UnionWith(tokens.Select(static token => token.Word));
        LastWords.UnionWith(tokens.Select(static token => token.Word));
        LastTokens.AddRange(tokens);
        LastSigns += SpokenValues.Signs(tokens);
        LastAsked |= tokens.Exists(static token => token.Stop == '?');
        LastValues.AddRange(values);
        Said.AddRange(values);
        HasBegun = true;
        if (vocabulary.Find(tokens, 0, tokens.Count).FindLast(static one => one.Kind == SlotKind.Code) is
            { Kind: SlotKind.Code } code)
        {
            Numbered = code;
        }

        foreach (var value in values)
        {
            Give(tokens, value);
        }
    }

    /// <summary>The agent has spoken.</summary>
    /// <param name="acts">What <see cref="Ear.Hear"/> heard.</param>
    public void AgentSaid(IReadOnlyList<AgentAct> acts)
    {
        (HasBegun, answered, IsMidway) = (true, true, false);
        IsPassedOn = acts.Any(static act => act.Kind == ActKind.Transfer);
        AskedChoice = acts.Any(static act => act.Kind is ActKind.AskChoice or ActKind.Request
            or ActKind.ConfirmAction or ActKind.Offer or ActKind.RequestAgain);
        pending = [.. acts.Where(static act => act.Slot is not null)];
        LastSlot = pending.LastOrDefault() ?? LastSlot;
        foreach (var act in acts.Where(static act => act.Kind is ActKind.Request or ActKind.RequestAgain
            or ActKind.RequestSpelling))
        {
            asked.Add((act.Slot ?? SlotKind.Other, act.SlotName ?? ""));
            askedWords.Add([.. Tokens.Of(act.Sentence).Select(static token => token.Word).Where(EchoWords.Means)]);
        }

        foreach (var act in pending)
        {
            Numbered = act.Slot is SlotKind.Code or SlotKind.Phone
                ? new SlotMention(0, 0, act.Slot.Value, act.SlotName) : Numbered;
        }
    }

    /// <summary>The caller has given it before.</summary>
    internal bool WasGiven(SlotKind kind, string? name) => given.Contains((kind, name));

    /// <summary>
    /// The agent has asked for it before: a kind of which a caller has one, or what the suite has a name for. For a day
    /// or a time it was the last that was asked for.
    /// </summary>
    internal bool WasAsked(SlotKind kind, string? name) => kind is SlotKind.Day or SlotKind.Time or SlotKind.Other
            or SlotKind.Quantity or SlotKind.Duration
        ? pending.Exists(act => act.Kind is ActKind.Request or ActKind.RequestAgain && act.Slot == kind
            && act.SlotName == name && (name is not null || kind != SlotKind.Other))
        : (name is not null || kind is SlotKind.Phone or SlotKind.Email or SlotKind.DateOfBirth)
            && asked.Contains((kind, name ?? ""));

    /// <summary>The agent has asked such a question before: most words that mean something are the same.</summary>
    internal bool WasAskedLike(IEnumerable<string> words)
    {
        var own = words.Where(EchoWords.Means).ToHashSet(StringComparer.Ordinal);
        return own.Count >= 2 && askedWords.Exists(before =>
            before.Count >= 2 && before.Intersect(own).Count() * 5 >= Math.Min(own.Count, before.Count) * 3);
    }

    /// <summary>The caller said this value, in one form or another.</summary>
    internal static bool Same(Fact one, Fact other) =>
        one.Value == other.Value
        || (IsSigns(one) && IsSigns(other) && EndsLike(one.Value, other.Value))
        || (one.Kind == FactKind.Time && other.Kind == FactKind.Time && Minutes(one) == Minutes(other));

    /// <summary>It is read out sign by sign: a code, a telephone number.</summary>
    internal static bool IsSigns(Fact fact) => fact.Kind is FactKind.Code or FactKind.Phone;



    private static int Minutes(Fact time) =>
        int.TryParse(time.Value.TrimEnd('?'), System.Globalization.CultureInfo.InvariantCulture, out var minutes)
            ? minutes % 720 : -1;

    private static bool EndsLike(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        return shorter.Length >= 3 && longer.EndsWith(shorter, StringComparison.Ordinal);
    }

    private void Give(List<Token> tokens, Fact value)
    {
        foreach (var asked in pending)
        {
            if (asked.Kind is not ActKind.ReadBack && asked.Slot is { } slot && SlotValues.Fits(slot, value.Kind))
            {
                given.Add((slot, asked.SlotName));
            }
        }

        switch (value.Kind)
        {
            case FactKind.Phone:
                given.Add((SlotKind.Phone, vocabulary.OnlyNameOf(SlotKind.Phone)));
                break;
            case FactKind.Email:
                given.Add((SlotKind.Email, vocabulary.OnlyNameOf(SlotKind.Email)));
                break;
            case FactKind.Code when vocabulary.NameOfShape(value.Value) is { } name:
                given.Add((SlotKind.Code, name));
                break;
            case FactKind.Name when NumberWords.Is(tokens, value.Start - 1, "is")
                || NumberWords.Is(tokens, value.Start - 1, "name's"):
                given.Add((SlotKind.Name, null));
                break;
        }
    }
}
