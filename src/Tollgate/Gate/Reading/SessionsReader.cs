using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>Reads how many pairs of sessions a rubric asks for.</summary>
internal static class SessionsReader
{
    private const int Most = 1_000_000;

    public static string[] Keys { get; } = ["fewest", "planned", "scripts"];

    private static readonly string[] Needed = ["fewest", "planned"];

    public static (int? Fewest, int? Planned, int? Scripts) Read(YamlMap root)
    {
        if (root.ValueOf("sessions") is not { } node
            || YamlMap.Of(root.Context, node, "the sessions", Keys) is not { } map)
        {
            return default;
        }

        foreach (var missing in Needed.Where(key => !map.Has(key)))
        {
            root.Context.Fail(node, $"the sessions have no `{missing}`; expected fewest and planned, such as {{ fewest: 150, planned: 312 }}");
        }

        // One pair tells nothing of how pairs vary.
        var fewest = (int?)map.Whole("fewest", 2, Most);
        var planned = (int?)map.Whole("planned", 2, Most);
        if (fewest > planned)
        {
            root.Context.Fail(map.KeyAt("planned"), $"found {planned} sessions planned, fewer than the {fewest} that a verdict needs; expected {fewest} or more");
            planned = null;
        }

        var scripts = (int?)map.Whole("scripts", 1, Most);
        if (scripts > planned)
        {
            root.Context.Fail(map.KeyAt("scripts"), $"found {scripts} scripts for {planned} planned sessions; expected {planned} scripts or fewer");
        }

        return (fewest, planned, scripts);
    }
}
