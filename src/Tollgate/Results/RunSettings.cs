using System.Text.Json;
using Tollgate.Input;
using Tollgate.Measures.Readings;
using Tollgate.Runs;
using Tollgate.Runs.Records;

namespace Tollgate.Results;

/// <summary>What the resolved plan in a run file says of how its numbers are to be drawn.</summary>
/// <param name="Measures">How they are to be drawn.</param>
/// <param name="Load">The load in words.</param>
internal sealed record RunSettings(MeasureSettings Measures, string Load)
{
    /// <exception cref="RunFileException">The file's plan cannot be read.</exception>
    public static RunSettings Of(RunFile run)
    {
        try
        {
            return Of(run.Info);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw Damaged(run, error);
        }
    }

    /// <summary>The file's plan cannot be read.</summary>
    public static RunFileException Damaged(RunFile run, Exception error) =>
        new($"{run.Path}: the run file is damaged: its plan cannot be read.", error);

    private static RunSettings Of(RunInfo info)
    {
        using var json = JsonDocument.Parse(info.PlanResolved.Length == 0 ? "{}" : info.PlanResolved);
        var plan = json.RootElement;
        var limits = plan.TryGetProperty("limits", out var found) ? found : default;
        var wanted = new Limits
        {
            FirstTokenMs = Ms(limits, "first_token"),
            GapMs = Ms(limits, "gap"),
            TotalMs = Ms(limits, "task"),
        };
        return new RunSettings(
            new MeasureSettings
            {
                Cold = plan.TryGetProperty("cold", out var cold) && cold.GetBoolean(),
                Limits = wanted.Any ? wanted : null,
                Seed = info.Seed,
            },
            LoadWords.Of(plan, info.Transport));
    }

    private static double? Ms(JsonElement limits, string name) =>
        Durations.TryParse(Text(limits, name), out var limit) ? limit.TotalMilliseconds : null;

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value)
            ? value.GetString()
            : null;
}
