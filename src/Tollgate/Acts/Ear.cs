using Tollgate.Acts.Phrasing;
using Tollgate.Acts.Slots;
using Tollgate.Language.Words;

namespace Tollgate.Acts;

/// <summary>
/// The ear of a simulated caller: turns what an agent says, in whatever words, into acts. English only. The same words
/// in the same context give the same acts on every machine. Safe to share between threads; a context is not.
/// </summary>
/// <param name="vocabulary">The slots of the suite.</param>
/// <param name="now">The caller's day and time, for "tomorrow".</param>
internal sealed class Ear(SlotVocabulary vocabulary, DateTime now)
{
    /// <summary>The acts of one turn, in the order of the words; empty for a turn without words.</summary>
    /// <param name="words">What the agent said.</param>
    /// <param name="context">The conversation before it. It is only read: tell it the acts afterwards.</param>
    public IReadOnlyList<AgentAct> Hear(string words, EarContext context)
    {
        var tokens = Tokens.Of(words);
        var turn = new Hearing(context, new SlotFinder(vocabulary, context), SpokenValues.Of(tokens, now));
        foreach (var phrase in Phrases.Of(tokens))
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

        return ActMerger.Merge(turn.Acts);
    }
}
