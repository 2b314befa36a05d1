using Tollgate.Results;

namespace Tollgate.Reports.Html;

/// <summary>How targets look in charts: a colour for each model, a dash for each target of the same model.</summary>
internal sealed class Palette
{
    private const int Colours = 8;
    private static readonly string[] Dashes = ["none", "7 4", "2 3", "9 3 2 3", "1 4"];

    private readonly Dictionary<string, (int Colour, string Dash)> looks = new(StringComparer.Ordinal);

    public Palette(IReadOnlyList<TargetResult> targets)
    {
        var models = targets.Select(target => target.Measures.Target.Model).Distinct().ToList();
        foreach (var target in targets)
        {
            var siblings = targets.Where(other => other.Measures.Target.Model == target.Measures.Target.Model).ToList();
            looks[target.Name] = (
                models.IndexOf(target.Measures.Target.Model) % Colours,
                Dashes[siblings.IndexOf(target) % Dashes.Length]);
        }
    }

    /// <summary>A style sheet's colour.</summary>
    public string Colour(string target) =>
        looks.TryGetValue(target, out var look) ? $"var(--c{look.Colour})" : "var(--dim)";

    /// <summary>A stroke-dasharray.</summary>
    public string Dash(string target) => looks.TryGetValue(target, out var look) ? look.Dash : "none";
}
