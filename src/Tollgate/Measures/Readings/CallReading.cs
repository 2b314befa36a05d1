using Tollgate.Transcripts;

namespace Tollgate.Measures.Readings;

/// <summary>A session that is over, as measures are drawn from it.</summary>
internal sealed class CallReading
{
    /// <param name="transcript">What was said and done, with its timings.</param>
    /// <param name="budgetMs">The budget that perceived latency is held against, in milliseconds.</param>
    public CallReading(Transcript transcript, double budgetMs)
    {
        Transcript = transcript;
        BudgetMs = budgetMs;
        Whole = [.. transcript.Turns.Where(static turn => !turn.Interrupted)];
        BrokenTurn = BrokeOff(transcript.Ending)
            ? transcript.Entries.Count > 0 ? transcript.Entries.Max(static entry => entry.Turn) : 0
            : null;
    }

    public Transcript Transcript { get; }

    public double BudgetMs { get; }

    /// <summary>The turns that the caller did not speak into.</summary>
    public IReadOnlyList<TurnTiming> Whole { get; }

    /// <summary>The turn in which the model's failure ended the call; null where it did not.</summary>
    public int? BrokenTurn { get; }

    /// <summary>The model's failure ended it: the caller never came to the rest.</summary>
    public static bool BrokeOff(SessionEnding? ending) => ending is SessionEnding.Failed or SessionEnding.HungUp;
}
