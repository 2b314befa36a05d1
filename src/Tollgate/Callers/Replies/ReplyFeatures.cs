using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Lines;
using Tollgate.Callers.Wishes;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Replies;

/// <summary>
/// What speaks for and against a reply, as the places of a table of weights: the words of the agent's turn, values
/// replaced by what they are to the caller, what the ear made of it, and what the rules would say. The weights were
/// learned with the names that stand in here, those of the enumerations too: who changes one has to learn them anew.
/// </summary>
internal sealed class ReplyFeatures(Agenda agenda, CallerKnowledge knowledge, DateTime now)
{
    // From here on a kind of replies is one with a kind of slot.
    private const ulong OfSlotKinds = 1 << 8;
    private const int MaxQuestionWords = 24;
    private const int MaxWords = 48;

    private static readonly ulong Bias = Hash("bias");
    private static readonly ulong Own = Hash("own");

    private readonly List<ulong> turn = [];
    private readonly List<ulong> question = [];
    private readonly Dictionary<string, List<ulong>> slots = new(StringComparer.Ordinal);
    private readonly Dictionary<ulong, int> sums = [];
    private readonly HashSet<Fact> near = [];
    private readonly List<(AgentAct Act, string? Slot)> wanted = [];
    private IReadOnlyList<AgentAct> acts = [];
    private IReadOnlyList<CallerAct> own = [];
    private List<Fact> values = [];
    private ulong ownCount;
    private string heard = "";
    private string asked = "";
    private HashSet<string> askedWords = [];
    private HashSet<string> heardWords = [];

    /// <summary>Takes a turn in.</summary>
    public void Begin(string words, IReadOnlyList<AgentAct> made, IReadOnlyList<CallerAct> rules)
    {
        heard = words;
        acts = made;
        own = rules;
        turn.Clear();
        question.Clear();
        slots.Clear();
        sums.Clear();
        ownCount = Hash($"own:{own.Count}");
        var tokens = Tokens.Of(words);
        values = SpokenValues.Of(tokens, now);
        wanted.Clear();
        wanted.AddRange(acts.Where(static act => act.Kind is ActKind.Request or ActKind.RequestAgain
            or ActKind.RequestSpelling or ActKind.ReadBack or ActKind.AskChoice).Select(act => (act,
                act.Kind is ActKind.ReadBack or ActKind.AskChoice ? null : knowledge.Asked(act)?.Slot)));
        near.Clear();
        near.UnionWith(values.Where(knowledge.IsNearOwn));
        var written = Written(tokens);
        var asks = tokens.FindLastIndex(static token => token.Stop == '?');
        var end = asks < 0 ? tokens.Count - 1 : asks;
        var start = end;
        while (start > 0 && !tokens[start - 1].EndsSentence)
        {
            start--;
        }

        heardWords = [.. tokens.Select(static token => Stem(token.Word))];
        askedWords = [.. tokens.Skip(start).Take(end - start + 1).Select(static token => Stem(token.Word))];
        asked = string.Join(' ', tokens.Skip(start).Take(end - start + 1).Select(static token => token.Word));
        var last = written.Where(word => word.At >= start && word.At <= end).Select(static word => word.Text)
            .TakeLast(MaxQuestionWords).ToList();
        Grams(last, "q", 3, question);
        Grams([.. written.Select(static word => word.Text).TakeLast(MaxWords)], "t", 2, turn);
        if (asks < 0)
        {
            Grams([.. last.Take(6)], "s", 2, turn);
        }

        State(asks);
        foreach (var act in acts)
        {
            turn.Add(Hash($"a:{act.Kind}{(act.Asks ? "?" : "")}"));
            turn.Add(Hash($"a:{act.Kind}:{act.Slot}"));
        }

        turn.Add(Hash($"as:{string.Join('+', acts.Select(static act => act.Kind).Distinct())}"));
        foreach (var reply in own)
        {
            turn.Add(Hash($"o:{reply.Kind}"));
        }

        turn.Add(Hash($"os:{string.Join('+', own.Select(static reply => reply.Kind).Distinct())}"));
    }

    /// <summary>
    /// The sum of a reply's weights. What speaks for a kind of replies in this turn is added up once.
    /// </summary>
    public int Score(CallerAct reply, CallerFact? fact, ReplyModel model)
    {
        var kind = (ulong)reply.Kind + 1;
        var sum = Sum(kind, model) + (own.Contains(reply)
            ? model[ReplyModel.Place(Own, kind)] + model[ReplyModel.Place(ownCount, kind)] : 0);
        if (fact is null)
        {
            return sum;
        }

        var slotKind = ((ulong)fact.Kind + 1) << 8 | kind;
        sum += Sum(slotKind, model);
        foreach (var feature in Slot(fact))
        {
            sum += model[ReplyModel.Place(feature, kind)] + model[ReplyModel.Place(feature, slotKind)];
        }

        return sum;
    }

    /// <summary>The places of a reply's weights.</summary>
    /// <param name="fact">The fact that it gives; null for none.</param>
    /// <param name="into">Where they go.</param>
    public void Of(CallerAct reply, CallerFact? fact, List<int> into)
    {
        var kind = (ulong)reply.Kind + 1;
        into.AddRange(OfKind(kind).Select(feature => ReplyModel.Place(feature, kind)));
        if (own.Contains(reply))
        {
            into.Add(ReplyModel.Place(Own, kind));
            into.Add(ReplyModel.Place(ownCount, kind));
        }

        if (fact is null)
        {
            return;
        }

        var slotKind = ((ulong)fact.Kind + 1) << 8 | kind;
        into.AddRange(OfKind(slotKind).Select(feature => ReplyModel.Place(feature, slotKind)));
        foreach (var feature in Slot(fact))
        {
            into.Add(ReplyModel.Place(feature, kind));
            into.Add(ReplyModel.Place(feature, slotKind));
        }
    }

    // Of a kind of replies, the turn and its question; of one with a kind of slot, the question alone.
    private IEnumerable<ulong> OfKind(ulong kind) =>
        kind >= OfSlotKinds ? question : turn.Prepend(Bias).Concat(question);

    private int Sum(ulong kind, ReplyModel model)
    {
        if (!sums.TryGetValue(kind, out var sum))
        {
            foreach (var feature in OfKind(kind))
            {
                sum += model[ReplyModel.Place(feature, kind)];
            }

            sums[kind] = sum;
        }

        return sum;
    }

    private List<ulong> Slot(CallerFact fact)
    {
        if (!slots.TryGetValue(fact.Slot, out var features))
        {
            slots[fact.Slot] = features = [.. OfSlot(fact).Select(static text => Hash(text))];
        }

        return features;
    }

    private IEnumerable<string> OfSlot(CallerFact fact)
    {
        yield return $"f:kind:{fact.Kind}";
        foreach (var (act, slot) in wanted)
        {
            if (act.SlotName == fact.Slot || slot == fact.Slot)
            {
                yield return $"f:act:{act.Kind}{(act.Asks ? "?" : "")}";
            }
            else if (act.Slot == fact.Kind)
            {
                yield return $"f:actkind:{act.Kind}";
            }
        }

        foreach (var reply in own.Where(reply => reply.Slot == fact.Slot))
        {
            yield return $"f:own:{reply.Kind}";
        }

        var parts = fact.Slot.Split('_').Where(static part => part is not ("id" or "number")).Select(Stem).ToList();
        var inQuestion = parts.Count(askedWords.Contains);
        var inTurn = parts.Count(heardWords.Contains);
        yield return $"f:q{Math.Min(2, inQuestion)}/{Math.Min(2, parts.Count)}";
        yield return $"f:t{Math.Min(2, inTurn)}/{Math.Min(2, parts.Count)}";
        var same = values.FindAll(value => FactForms.Fits(value.Kind, fact.Kind));
        var value = same.Exists(value => knowledge.Is(fact, value)) || knowledge.IsSaidIn(fact, heard) ? "="
            : same.Exists(near.Contains) ? "~" : same.Count > 0 ? "!" : "-";
        var given = $"g{Math.Min(2, knowledge.Given(fact.Slot))}{(knowledge.GaveLast(fact.Slot) ? "l" : "")}";
        yield return $"f:v{value}{Math.Min(2, same.Count)}";
        yield return $"f:vq{(knowledge.IsSaidIn(fact, asked) ? "=" : "-")}";
        yield return $"f:v{value}{given}";
        yield return $"f:{given}q{Math.Min(2, inQuestion)}";
        var wish = agenda.Current ?? agenda.Last;
        yield return $"f:of:{(wish?.FactOf(fact.Slot) is not null ? agenda.Current is null ? "last" : "current" : "own")}";
    }

    private void State(int asks)
    {
        var current = agenda.Current;
        var state = current is null ? "none" : current.IsCarriedOut ? "carried" : "open";
        var isQuestion = state == "open" && current!.Wish.Does.Count == 0; // It is open.
        turn.Add(Hash($"st:{(isQuestion ? "asks" : state)}:{(agenda.Next is null ? "last" : "more")}"));
        turn.Add(Hash($"sq:{(asks < 0 ? "told" : "asks")}:{state}"));
        turn.Add(Hash($"sd:{Math.Min(3, current?.Denials ?? 0)}:{(current?.Wish.Missing is null ? "" : "missing")}"));
    }

    // The words, values as what they are.
    private List<(string Text, int At)> Written(List<Token> tokens)
    {
        var written = new List<(string, int)>();
        for (var i = 0; i < tokens.Count; i++)
        {
            var at = values.FindIndex(value => value.Start == i && value.End > i);
            if (at >= 0)
            {
                var value = values[at];
                var relation = knowledge.HasGiven(value) ? "given" : knowledge.IsOwn(value) ? "own"
                    : near.Contains(value) ? "near" : "other";
                written.Add(($"<{value.Kind}:{relation}>", i));
                turn.Add(Hash($"v:{value.Kind}:{relation}"));
                i = value.End - 1;
            }
            else
            {
                written.Add((tokens[i].Word, i));
            }
        }

        return written;
    }

    private static void Grams(List<string> words, string prefix, int longest, List<ulong> into)
    {
        List<string> padded = ["<", .. words, ">"];
        for (var length = 1; length <= longest; length++)
        {
            var begun = Hash($"{prefix}{length}:");
            for (var i = 0; i + length <= padded.Count; i++)
            {
                var gram = Hash(padded[i], begun);
                for (var j = 1; j < length; j++)
                {
                    gram = Hash(padded[i + j], Hash(" ", gram));
                }

                into.Add(gram);
            }
        }
    }

    private static string Stem(string word) => word.Length > 4 ? word[..Math.Max(4, word.Length - 3)] : word;

    // FNV-1a; texts one behind the other hash like one text.
    private static ulong Hash(string text, ulong hash = 14695981039346656037UL)
    {
        foreach (var sign in text)
        {
            hash = (hash ^ sign) * 1099511628211UL;
        }

        return hash;
    }
}
