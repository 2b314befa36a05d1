namespace Tollgate.Results;

/// <summary>What a model that played the callers came to.</summary>
/// <param name="Lines">The callers' lines.</param>
/// <param name="Refused">Drafts that did not keep to the brief, and were asked for again or replaced.</param>
/// <param name="ByAgenda">Lines that the agenda said, because no draft kept to the brief or none came.</param>
/// <param name="Failed">Lines for which the model gave no answer.</param>
internal sealed record CallerModelTally(long Lines, long Refused, long ByAgenda, long Failed)
{
    /// <summary>Null where no model played the callers.</summary>
    internal static CallerModelTally? Of(IEnumerable<Transcripts.Transcript> transcripts)
    {
        var lines = transcripts.SelectMany(static one => one.Entries).OfType<Transcripts.CallerSaid>()
            .Select(static said => said.Drafts).Where(static drafts => drafts.Count > 0).ToList();
        return lines.Count == 0 ? null : new CallerModelTally(
            lines.Count,
            lines.Sum(static drafts => drafts.LongCount(static one => one is { Refused: not null, Text.Length: > 0 })),
            lines.LongCount(static drafts => drafts[^1].Refused is not null),
            lines.LongCount(static drafts => drafts[^1].Text.Length == 0));
    }
}
