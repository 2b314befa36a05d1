using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Judging;

/// <summary>How much evidence there is, or would have to be: scripts, and pairs of sessions over all of them.</summary>
/// <param name="Scripts">Scripts.</param>
/// <param name="Pairs">Pairs of sessions.</param>
/// <param name="MinRepeats">
/// Pairs of the script that was played the least, whether they have anything of a figure or not.
/// </param>
public readonly record struct SampleSize(int Scripts, int Pairs, int MinRepeats)
{
    /// <summary>Pairs a script, in the mean.</summary>
    public double Repeats => Scripts == 0 ? 1 : (double)Pairs / Scripts;

    /// <summary>All that a row's data come from, whether it has the figure or not.</summary>
    internal static SampleSize Of(RowData data) => Of(data, static (_, _) => true);

    /// <summary>What a row has.</summary>
    /// <param name="data">The row's data.</param>
    /// <param name="counts">Whether a session has anything of the figure on both sides.</param>
    internal static SampleSize Of(RowData data, Func<RowData, int, bool> counts)
    {
        var sizes = Enumerable.Range(0, data.Sessions).GroupBy(session => data.Scripts?[session] ?? session)
            .Select(script => (All: script.Count(), Having: script.Count(session => counts(data, session))))
            .Where(static script => script.Having > 0).ToList();
        return sizes.Count == 0
            ? default
            : new SampleSize(
                sizes.Count, sizes.Sum(static script => script.Having), sizes.Min(static script => script.All));
    }

    /// <summary>
    /// As many scripts and repeats as an interval for a claim needs, no fewer than there are: over all scripts of a
    /// run, if further ones have a figure as often as these.
    /// </summary>
    /// <param name="claim">The claim.</param>
    /// <param name="all">All scripts and pairs of the run, whether they have the figure or not.</param>
    internal SampleSize AtLeast(RubricClaim claim, SampleSize all)
    {
        if (Scripts == 0)
        {
            return all;
        }

        if (claim == RubricClaim.CallsLikeThese)
        {
            var times = Math.Max(1, (double)Contrast.MinScripts / Scripts);
            return all.WithScripts((int)Math.Ceiling((all.Scripts * times) - 1e-9));
        }

        var repeats = Math.Max(
            Contrast.MinRepeats, (int)Math.Ceiling(((double)Contrast.MinDegrees / Scripts) + 1));
        return all with { Pairs = Math.Max(all.Pairs, repeats * all.Scripts), MinRepeats = repeats };
    }

    /// <summary>The same scripts, so many times as often.</summary>
    internal SampleSize Times(double factor) => this with { Pairs = Scaled(Pairs, factor) };

    /// <summary>So many scripts, each as often as these were played.</summary>
    internal SampleSize WithScripts(int scripts) =>
        this with { Scripts = scripts, Pairs = Scaled(scripts, Repeats) };

    private static int Scaled(int count, double factor) =>
        (int)Math.Min(int.MaxValue, Math.Ceiling((count * factor) - 1e-6));
}
