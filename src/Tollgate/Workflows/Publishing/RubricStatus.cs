using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Workflows.Publishing;

/// <summary>Where a rubric stands in a ledger.</summary>
/// <param name="Rubric">The rubric; in its published form if it is in the ledger.</param>
/// <param name="File">The rubric's file, as the user named it.</param>
/// <param name="Ledger">The ledger's file.</param>
public sealed record RubricStatus(Rubric Rubric, string File, string Ledger)
{
    /// <summary>The rubric's publication; null if it is not published.</summary>
    public LedgerEntry? Entry { get; init; }

    /// <summary>The latest publication under the rubric's name; null if there is none, or if it is this one.</summary>
    public LedgerEntry? InForce { get; init; }

    /// <summary>The digest that the rubric would have with the score errors of this version.</summary>
    public required string Measured { get; init; }

    /// <summary>Whether it was published just now.</summary>
    public bool IsNew { get; init; }

    /// <summary>The previous publication under the rubric's name; null if there was none.</summary>
    public LedgerRubric? Before { get; init; }

    /// <summary>Appends a rubric to the ledger, unless it is in force there already.</summary>
    /// <param name="rubric">The rubric.</param>
    /// <param name="file">The rubric's file, for messages.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="key">Signs the entry; null for no signature.</param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public static async Task<WorkflowResult<RubricStatus>> PublishAsync(
        Rubric rubric, string file, LedgerFile ledger, SigningKey? key, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(ledger);
        LedgerEntry? there = null;
        var bound = rubric;
        var append = await ledger.AppendAsync(
            (before, now) =>
            {
                // One that was replaced meanwhile is published anew: the last of its name is the one in force.
                bound = before.AsPublished(rubric);
                there = before.LastNamed(rubric.Name) is { } last && last.Rubric?.Is(bound) == true ? last : null;
                return there is null ? before.Next(LedgerRubric.Of(rubric), now, key) : null;
            },
            stop);
        return append.Problem is { } problem ? problem
            : new RubricStatus(append.Entry is null ? bound : rubric, file, ledger.Path)
            {
                Measured = rubric.Digest,
                Entry = append.Entry ?? there,
                IsNew = append.Entry is not null,
                Before = append.Before?.LastNamed(rubric.Name)?.Rubric,
            };
    }

    /// <summary>Looks up a rubric. A ledger that does not exist is empty.</summary>
    /// <param name="rubric">The rubric.</param>
    /// <param name="file">The rubric's file, for messages.</param>
    /// <param name="ledger">The ledger.</param>
    /// <param name="stop">Ends the wait for other processes.</param>
    public static async Task<WorkflowResult<RubricStatus>> FindAsync(
        Rubric rubric, string file, LedgerFile ledger, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        ArgumentNullException.ThrowIfNull(ledger);

        // Without a ledger nothing was published, and that is no fault of the rubric.
        Gate.Ledgers.Ledger? read = null;
        if (System.IO.File.Exists(ledger.Path) || Directory.Exists(ledger.Path))
        {
            (read, var problem) = await ledger.ReadAsync(stop);
            if (problem is not null)
            {
                return problem;
            }
        }

        var bound = read?.AsPublished(rubric) ?? rubric;
        return new RubricStatus(bound, file, ledger.Path)
        {
            Measured = rubric.Digest,
            Entry = read?.Publication(bound) ?? read?.Publication(bound.Digest),
            InForce = read?.LastNamed(rubric.Name),
            Before = read?.LastNamed(rubric.Name)?.Rubric,
        };
    }
}
