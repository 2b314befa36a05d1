using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;
using Tollgate.Runs.Records;

namespace Tollgate.Workflows.Ledgers;

/// <summary>
/// Registers a run before anything is sent: first the seed, which the run's settings need, then the entry. Owns its
/// key.
/// </summary>
/// <param name="rubric">The rubric that is to judge the run.</param>
/// <param name="file">Its file, as the user named it.</param>
/// <param name="ledger">Where it was published.</param>
/// <param name="part">From 1.</param>
/// <param name="key">Signs the entry; null for no signature.</param>
internal sealed class RunRegistrar(Rubric rubric, string file, LedgerFile ledger, int part, SigningKey? key)
    : IDisposable
{
    /// <summary>The files that it reads and writes, which no report can replace.</summary>
    public IReadOnlyList<string> Files => [file, ledger.Path, ledger.Head.Path];

    /// <summary>The seed that follows from the publication; or why the run may not begin.</summary>
    /// <param name="given">The seed that somebody asked for; null for none.</param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public async Task<(ulong Seed, WorkflowProblem? Problem)> SeedAsync(ulong? given, CancellationToken stop)
    {
        var (read, problem) = await ledger.ReadAsync(stop);
        if (read is null)
        {
            return (0, problem);
        }

        var (publication, error) = PublicationChecks.InForce(read, rubric, file, ledger.Path);
        if (publication is null)
        {
            return (0, WorkflowProblem.BadInput(error));
        }

        var seed = PublishedSeed.Of(rubric, publication, part);
        return given is null || given == seed
            ? (seed, null)
            : (0, WorkflowProblem.BadInput($"--seed: found {given} beside --rubric; expected no seed, since {seed} follows from the publication for part {part}"));
    }

    /// <summary>Appends the run's entry.</summary>
    /// <param name="run">The run, with the seed that <see cref="SeedAsync"/> gave.</param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public async Task<(RunRegistration? Registration, WorkflowProblem? Problem)> RegisterAsync(
        LedgerRun run, CancellationToken stop)
    {
        var append = await ledger.AppendAsync(
            (before, now) => PublicationChecks.InForce(before, rubric, file, ledger.Path).Entry is { } publication
                && PublishedSeed.Of(rubric, publication, part) == run.Seed
                ? before.Next(
                    run with
                    {
                        RubricDigest = publication.Rubric!.Digest, // It published a rubric.
                        Publication = publication.Seq,
                        Part = part,
                    },
                    now, key)
                : null,
            stop);
        return append.Problem is { } problem ? (null, problem)
            : append.Entry is { } entry ? (new RunRegistration(entry.Seq, entry.Hash), null)
            : (null, WorkflowProblem.BadInput($"{ledger.Path}: another rubric {rubric.Name} was published meanwhile; nothing was sent"));
    }

    public void Dispose() => key?.Dispose();
}
