namespace Tollgate.Transcripts;

/// <summary>What the timings of a transcript that was recorded elsewhere say of its turns.</summary>
internal static class TurnTimings
{
    /// <summary>
    /// A timing for each turn whose caller's last sound and agent's first word are known. Of tokens nothing is known,
    /// so their parts stay empty.
    /// </summary>
    public static IReadOnlyList<TurnTiming> Of(IReadOnlyList<TranscriptEntry> entries) =>
    [
        .. entries.Where(entry => entry.Turn > 0).GroupBy(entry => entry.Turn).Select(Turn).OfType<TurnTiming>(),
    ];

    private static TurnTiming? Turn(IGrouping<int, TranscriptEntry> turn)
    {
        var caller = turn.OfType<CallerSaid>().LastOrDefault(said => said.Kind != SpeechKind.Backchannel);
        var agent = turn.OfType<AgentSaid>().ToList();
        if (caller?.UntilNs is not { } endNs || agent.FirstOrDefault()?.AtNs is not { } audibleNs)
        {
            return null;
        }

        // Silence before the first word, and between what the agent said one after the other.
        var silences = agent.Zip(agent.Skip(1), (before, after) => after.AtNs - before.UntilNs).OfType<long>();
        return new TurnTiming
        {
            Turn = turn.Key,
            SpeechStartNs = caller.AtNs ?? endNs,
            SpeechEndNs = endNs,
            AudibleNs = audibleNs,
            SpokenNs = agent[^1].UntilNs,
            DeadAirNs = silences.Prepend(audibleNs - endNs).Max(),
            Interrupted = agent.Exists(said => said.Interrupted),
        };
    }
}
