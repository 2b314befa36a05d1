using System.Globalization;
using Tollgate.Language;

namespace Tollgate.Acts;

/// <summary>What the model knows of a phrase, as names: its words, what is in it, what stands around it.</summary>
internal static class PhraseFeatures
{
    private const int MaxWords = 24;

    public static List<string> Of(Hearing turn, IReadOnlyList<Phrase> phrases, int at)
    {
        var phrase = phrases[at];
        var rule = RuleOf(turn, phrase);
        var mark = phrase.Marked ? "?" : phrase.Asks ? "q" : ".";
        var features = new List<string>(96)
        {
            "bias", "rule=" + rule, "mark=" + mark, "rule+mark=" + rule + mark, "lead=" + phrase.Lead,
            "size=" + Math.Min(phrase.Count, 12).ToString(CultureInfo.InvariantCulture),
            "last=" + (at == phrases.Count - 1), "first=" + (at == 0), "begun=" + turn.Context.HasBegun,
            "before=" + (at > 0 ? RuleOf(turn, phrases[at - 1]) : "none"),
            "behind=" + (at + 1 < phrases.Count ? RuleOf(turn, phrases[at + 1]) : "none"),
            "rule+behind=" + rule + (at + 1 < phrases.Count ? RuleOf(turn, phrases[at + 1]) : "none"),
            "rule+before=" + rule + (at > 0 ? RuleOf(turn, phrases[at - 1]) : "none"),
        };

        Values(turn, phrase, mark, features);
        Words(turn, phrase, mark, features);
        return features;
    }

    /// <summary>The rules' act of a phrase: what asks before what tells.</summary>
    public static string RuleOf(Hearing turn, Phrase phrase)
    {
        var kind = ActKind.Other;
        foreach (var (its, act) in turn.Acts)
        {
            if (ReferenceEquals(its, phrase))
            {
                if (ActModel.Decides(act.Kind))
                {
                    return act.Kind.ToString();
                }

                kind = act.Kind;
            }
        }

        return kind.ToString();
    }

    private static void Values(Hearing turn, Phrase phrase, string mark, List<string> features)
    {
        var context = turn.Context;
        features.Add("pending=" + (context.IsMidway ? "unknown" : context.Pending.Count > 0 ? context.Pending[^1].Kind : "none") + mark);
        features.Add("caller?=" + context.LastAsked + mark);
        var echo = turn.Echo(phrase);
        features.Add("echo=" + (echo >= 0.7 ? 3 : echo >= 0.4 ? 2 : echo > 0.1 ? 1 : 0).ToString(CultureInfo.InvariantCulture) + mark);
        foreach (var value in turn.ValuesIn(phrase))
        {
            var kind = SpokenValues.IsSpelled(phrase.Tokens, value) ? "Spelled" : value.Kind.ToString();
            var last = context.LastValues.Exists(its => EarContext.Same(its, value)) ? "same"
                : context.LastValues.Exists(its => its.Kind == value.Kind) ? "kind" : "new";
            features.Add("value=" + kind + mark);
            features.Add("value=" + kind + "," + last + mark);
            features.Add("value," + last + mark);
        }

        foreach (var slot in turn.Slots.In(phrase))
        {
            features.Add("slot=" + slot.Kind + mark);
            features.Add("slot" + mark);
            if (context.WasGiven(slot.Kind, slot.Name))
            {
                features.Add("slot,given" + mark);
            }
        }
    }

    private static void Words(Hearing turn, Phrase phrase, string mark, List<string> features)
    {
        var words = new List<string> { "^" };
        var values = turn.ValuesIn(phrase);
        for (var i = phrase.Start; i < phrase.End && words.Count < MaxWords; i++)
        {
            var value = values.FindIndex(fact => fact.Start <= i && i < fact.End);
            if (value >= 0)
            {
                words.Add("<" + values[value].Kind + ">");
                i = values[value].End - 1;
            }
            else
            {
                words.Add(NumberWords.IsNumberWord(phrase.Tokens[i].Word) ? "<n>" : phrase.Tokens[i].Word);
            }
        }

        words.Add("$");
        for (var i = 1; i < words.Count - 1; i++)
        {
            features.Add("w=" + words[i]);
            features.Add("2=" + words[i - 1] + " " + words[i]);
        }

        features.Add("2=" + words[^2] + " $" + mark);
        var bare = phrase.Words.Split(' ');
        features.Add("a=" + bare[0] + mark);
        if (bare.Length > 1)
        {
            features.Add("b=" + bare[0] + " " + bare[1]);
        }

        if (bare.Length > 2)
        {
            features.Add("c=" + bare[0] + " " + bare[1] + " " + bare[2]);
        }
    }
}
