using Tollgate.Measures;
using Tollgate.Measures.Readings;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;

namespace Tollgate.Results;

/// <summary>What a run's configuration says of how its numbers are to be drawn.</summary>
/// <param name="Measures">How they are to be drawn.</param>
/// <param name="Load">The load in words.</param>
internal sealed record RunSettings(MeasureSettings Measures, string Load)
{
    /// <exception cref="RunFileException">The file's configuration cannot be read.</exception>
    public static RunSettings Of(RunFile run)
    {
        var measured = run.Configuration as MeasureConfiguration;
        var wanted = new Limits
        {
            FirstTokenMs = measured?.Limits?.FirstToken?.TotalMilliseconds,
            GapMs = measured?.Limits?.Gap?.TotalMilliseconds,
            TotalMs = measured?.Limits?.Task?.TotalMilliseconds,
        };
        return new RunSettings(
            new MeasureSettings
            {
                Cold = measured?.Cold ?? false,
                Limits = wanted.Any ? wanted : null,
                Seed = run.Info.Seed,
            },
            LoadWords.Of(run.Configuration, run.Info.Transport));
    }
}
