using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Wishes;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Voiced;

/// <summary>
/// Holds what a model says in a caller's place against the caller's brief: it may say what it knows where it is asked
/// for or where the wish begins with it, and what the agent said; it may not invent. Not thread-safe.
/// </summary>
internal sealed class BriefKeeper
{
    private const int MaxWords = 70;

    private readonly Brief brief;
    private readonly Agenda agenda;
    private readonly DateTime now;
    private readonly List<(CallerFact Fact, string? Wish, FactForms Forms)> facts;
    private readonly HashSet<(FactKind Kind, string Value)> free = [];
    private readonly HashSet<string> freeWords = new(StringComparer.Ordinal);
    private readonly HashSet<SlotKind> askedKinds = [];
    private readonly HashSet<string> askedNames = new(StringComparer.Ordinal);
    private string heardLast = "";

    public BriefKeeper(Brief brief, Agenda agenda, DateTime now)
    {
        this.brief = brief;
        this.agenda = agenda;
        this.now = now;
        facts = [.. Facts(brief).Where(static one => one.Fact.IsKnown)
            .Select(one => (one.Fact, one.Wish, new FactForms(one.Fact, now)))];
        foreach (var text in brief.Asides)
        {
            Free(text);
        }
    }

    /// <summary>The agent spoke: what it said may be said back, and what it asked for may be given.</summary>
    public void Heard(string words, IReadOnlyList<AgentAct> acts)
    {
        heardLast = Plain(words);
        Free(words);
        foreach (var act in acts.Where(static act => act.Slot is not null))
        {
            askedKinds.Add(act.Slot!.Value); // It is not null.
            if (act.SlotName is { } name)
            {
                askedNames.Add(name);
            }
        }
    }

    /// <summary>The caller said it: it may be said again.</summary>
    public void Said(string words) => Free(words);

    /// <summary>Why the line cannot be said, as one sentence to the model; null where it can.</summary>
    /// <param name="line">What the model wants to say.</param>
    /// <param name="own">What the agenda would say: its values may be said.</param>
    public string? Refuses(VoicedLine line, CallerMove own)
    {
        if (line.BringsUp.FirstOrDefault(name => brief.Wishes.All(wish => wish.Name != name)) is { } unknown)
        {
            return $"brings_up names \"{unknown}\", which is none of your wishes.";
        }

        if (line.HangsUp && !own.TakesLeave
            && agenda.Wishes.FirstOrDefault(static wish => !wish.IsOver) is { } left)
        {
            return $"You cannot hang up yet: nothing has become of {left.Wish.Name}.";
        }

        if (line.Say.Length == 0)
        {
            return line.HangsUp ? null : "say is empty; say something, or hang up.";
        }

        var tokens = Tokens.Of(line.Say);
        if (tokens.Count > MaxWords)
        {
            return $"That is {tokens.Count} words long; say one or two short sentences.";
        }

        if (tokens.Count > 3 && Plain(line.Say) == heardLast)
        {
            return "These are the agent's own words; you are the caller.";
        }

        Free(own.Text);
        var opened = line.BringsUp.Concat(agenda.Current is { } open ? [open.Wish.Name] : []).ToHashSet();
        foreach (var wish in brief.Wishes.Where(wish => opened.Contains(wish.Name)))
        {
            Free(wish.Opens);
            Free(wish.Again);
        }

        return FactFinder.Find(tokens, now, isData: false).Select(value => Refuses(value, tokens, opened))
            .FirstOrDefault(static reason => reason is not null);
    }

    private string? Refuses(Fact value, List<Token> tokens, HashSet<string> opened)
    {
        if (free.Contains((value.Kind, value.Value))
            || (value.Kind == FactKind.Name && WordsOf(value, tokens).All(freeWords.Contains)))
        {
            return null;
        }

        // The day of one wish is no answer where another is talked about that has its own.
        var slots = brief.Wishes.Where(wish => opened.Contains(wish.Name)).SelectMany(static wish => wish.Facts.Keys)
            .ToHashSet(StringComparer.Ordinal);
        var meant = facts.Where(one => FactForms.Fits(value.Kind, one.Fact.Kind) && one.Forms.Matches(value)
                && (one.Wish is null || opened.Contains(one.Wish) || !slots.Contains(one.Fact.Slot)))
            .Select(static one => one.Fact).ToList();
        var said = string.Join(' ', WordsOf(value, tokens));
        return meant.Count == 0 ? $"\"{said}\" is not among your facts for this, and nobody has said it: say what you know, or that you do not know."
            : meant.Exists(fact => askedKinds.Contains(fact.Kind) || askedNames.Contains(fact.Slot)) ? null
            : $"\"{said}\" ({meant[0].Slot}) was not asked for yet: answer what was asked, and no more.";
    }

    private static IEnumerable<string> WordsOf(Fact value, List<Token> tokens) =>
        tokens.Skip(value.Start).Take(value.End - value.Start).Select(static token => token.Word);

    // What was said before, by whomever, may be said again.
    private void Free(string words)
    {
        var tokens = Tokens.Of(words);
        freeWords.UnionWith(tokens.Select(static token => token.Word));
        free.UnionWith(FactFinder.Find(tokens, now, isData: false).Select(static value => (value.Kind, value.Value)));
    }

    private static IEnumerable<(CallerFact Fact, string? Wish)> Facts(Brief brief) => brief.Facts.Values
        .Select(static fact => (fact, (string?)null))
        .Concat(brief.Wishes.SelectMany(static wish => wish.Facts.Values
            .Concat(wish.Change?.First.Values ?? [])
            .Concat(wish.Accepts.SelectMany(accepts => accepts.Value.Values.Select(value =>
                wish.Facts[accepts.Key] with { Value = value, Spoken = null })))
            .Select(fact => (fact, (string?)wish.Name))));

    private static string Plain(string words) =>
        string.Join(' ', Tokens.Of(words).Select(static token => token.Word));
}
