using Tollgate.Language;

namespace Tollgate.Acts;

/// <summary>
/// The ear of a simulated caller: turns what an agent says, in whatever words, into acts. English only. The same words in
/// the same context give the same acts on every machine. Safe to share between threads; a context is not.
/// </summary>
public sealed class Ear
{
    private readonly SlotVocabulary vocabulary;
    private readonly DateTime now;
    private readonly ActModel? model;

    /// <summary>An ear for one suite.</summary>
    /// <param name="vocabulary">The slots of the suite.</param>
    /// <param name="now">The caller's day and time, for "tomorrow".</param>
    public Ear(SlotVocabulary vocabulary, DateTime now)
        : this(vocabulary, now, ActModel.Shipped)
    {
    }

    /// <summary>With this model over the rules, or with the rules alone.</summary>
    internal Ear(SlotVocabulary vocabulary, DateTime now, ActModel? model)
    {
        this.vocabulary = vocabulary;
        this.now = now;
        this.model = model;
    }

    /// <summary>The acts of one turn, in the order of the words; empty for a turn without words.</summary>
    /// <param name="words">What the agent said.</param>
    /// <param name="context">The conversation before it. It is only read: tell it the acts afterwards.</param>
    public IReadOnlyList<AgentAct> Hear(string words, EarContext context)
    {
        ArgumentNullException.ThrowIfNull(words);
        ArgumentNullException.ThrowIfNull(context);
        var (turn, phrases) = ByRule(words, context);
        if (model is not null)
        {
            Decide(turn, phrases);
        }

        return ActMerger.Merge(turn.Acts);
    }

    /// <summary>What the rules alone make of a turn.</summary>
    internal (Hearing Turn, List<Phrase> Phrases) ByRule(string words, EarContext context)
    {
        var tokens = Tokens.Of(words);
        var turn = new Hearing(context, new SlotFinder(vocabulary, context), SpokenValues.Of(tokens, now));
        var phrases = Phrases.Of(tokens);
        foreach (var phrase in phrases)
        {
            if (phrase.Asks)
            {
                QuestionRule.Read(turn, phrase);
            }
            else
            {
                StatementRule.Read(turn, phrase);
            }
        }

        return (turn, phrases);
    }

    // All features are read before any act is changed: the model knows what the rules said of the phrases around.
    private void Decide(Hearing turn, List<Phrase> phrases)
    {
        var decided = new ActKind[phrases.Count];
        for (var i = 0; i < phrases.Count; i++)
        {
            decided[i] = model!.Decide(PhraseFeatures.Of(turn, phrases, i)); // The caller has looked.
        }

        for (var i = 0; i < phrases.Count; i++)
        {
            turn.Decide(phrases[i], decided[i]);
        }
    }
}
