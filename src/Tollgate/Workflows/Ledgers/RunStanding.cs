using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Suites;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Workflows.Ledgers;

/// <summary>
/// How a run stands to the rubric that is to judge it: registered before it began, or known by clocks alone.
/// </summary>
/// <param name="Publication">The entry that published the rubric for this run; null where the run is refused.</param>
/// <param name="Entry">The entry that registered the run; null where none did.</param>
/// <param name="Refusal">Why the rubric may not judge the run, as one sentence; null where it may.</param>
internal sealed record RunStanding(LedgerEntry? Publication, long? Entry, string? Refusal)
{
    private const int ShortHash = 12;

    /// <summary>Looks a run up in the ledger.</summary>
    /// <param name="ledger">The ledger, which holds the rubric.</param>
    /// <param name="rubric">The rubric that is to judge.</param>
    /// <param name="now">The time by the clock.</param>
    /// <param name="ledgerFile">The ledger's file, for sentences.</param>
    public static RunStanding Of(Ledger ledger, Rubric rubric, RunFile run, DateTimeOffset now, string ledgerFile) =>
        run.Info.Registration is { } registration
            ? Registered(ledger, rubric, run, registration, ledgerFile)
            : ByClocks(ledger, rubric, run, now);

    // By the order of the chain: no clock is asked.
    private static RunStanding Registered(
        Ledger ledger, Rubric rubric, RunFile run, RunRegistration registration, string ledgerFile)
    {
        var entry = registration.Entry > 0 && registration.Entry <= ledger.Entries.Count
            ? ledger.Entries[(int)registration.Entry - 1]
            : null;
        if (entry?.Run is not { } registered || entry.Hash != registration.Hash)
        {
            var found = entry is null ? "no such entry" : "another entry";
            return Refused(run, $"the run was registered as entry {registration.Entry} ({Short(registration.Hash)}), and {ledgerFile} has {found} there; expected the ledger that it was registered in");
        }

        var publication = registered.Publication > 0 && registered.Publication < entry.Seq
            ? ledger.Entries[(int)registered.Publication - 1]
            : null;
        if (publication?.Rubric?.Is(rubric) != true || registered.RubricDigest != rubric.Digest)
        {
            return Refused(run, $"the run was registered under {Named(publication)}, of entry {registered.Publication}; expected runs that were registered under the rubric that judges them");
        }

        if (ledger.InForce(rubric.Name, entry.Seq) is { } last && last.Seq != publication.Seq)
        {
            return Refused(run, $"the rubric {rubric.Name} of entry {last.Seq} was in force when the run was registered; expected that one");
        }

        var seed = PublishedSeed.Of(rubric, publication, registered.Part);
        return registered.Seed != seed
                ? Refused(run, $"entry {entry.Seq} registered the run with the seed {registered.Seed}; expected {seed}, which follows from the publication for part {registered.Part}")
            : run.Info.Seed != seed
                ? Refused(run, $"the run has the seed {run.Info.Seed}, and entry {entry.Seq} registered it with {seed}; expected the same")
            : !run.Info.Targets.Select(static target => target.Name).Order().SequenceEqual(registered.Targets.Order())
                ? Refused(run, $"the run has the targets {string.Join(", ", run.Info.Targets.Select(static target => target.Name))}, and entry {entry.Seq} registered it with {string.Join(", ", registered.Targets)}; expected the same")
            : run.Info.Suite?.Digest != registered.SuiteDigest
                ? Refused(run, $"the run played {Suite(run.Info.Suite?.Name)}, and entry {entry.Seq} registered it with another version of {Suite(registered.Suite)}; expected the same")
            : new RunStanding(publication, entry.Seq, null);
    }

    private static RunStanding ByClocks(Ledger ledger, Rubric rubric, RunFile run, DateTimeOffset now)
    {
        if (ledger.InForce(rubric.Name, run.Info.StartedAt, now) is { } inForce)
        {
            return inForce.Rubric?.Is(rubric) == true ? new RunStanding(inForce, null, null)
                : ledger.Publication(rubric) is { } own && ledger.EffectiveTime(own, now) > run.Info.StartedAt
                    ? Early(ledger, own, run, now)
                    : Refused(run, $"the rubric {rubric.Name} of entry {inForce.Seq} was in force when the run began; expected that one");
        }

        return ledger.Publication(rubric) is { } first
            ? Early(ledger, first, run, now)
            : Refused(run, "the rubric is not in the ledger; expected `tollgate rubric publish` before the run");
    }

    private static RunStanding Early(Ledger ledger, LedgerEntry publication, RunFile run, DateTimeOffset now) =>
        Refused(run, $"the run began before the rubric was published on {LedgerWords.Time(ledger.EffectiveTime(publication, now))}; expected a rubric that was there before its first number");

    private static RunStanding Refused(RunFile run, string why) => new(null, null, $"{run.Path}: {why}.");

    private static string Named(LedgerEntry? publication) =>
        publication?.Rubric is { } other ? $"the rubric {other.Name}" : "no rubric";

    private static string Suite(string? name) => name is null ? "no suite" : $"the suite {name}";

    private static string Short(string hash) => hash.Length <= ShortHash ? hash : hash[..ShortHash];
}
