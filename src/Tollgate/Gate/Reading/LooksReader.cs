using Tollgate.Gate.Rubrics;
using Tollgate.Input;

namespace Tollgate.Gate.Reading;

/// <summary>Reads how often the evidence may be looked at.</summary>
internal static class LooksReader
{
    private const int MaxLooks = 20;
    private const int UsualLooks = 3;

    public static string[] Keys { get; } = ["design", "at"];

    /// <summary>
    /// The design and its looks: for one that looks once the planned size, for an always-valid one none.
    /// </summary>
    public static (LookDesign Design, IReadOnlyList<int> At) Read(YamlMap root, int? fewest, int? planned)
    {
        var node = root.ValueOf("looks");
        if (node is null || node.Entries is null)
        {
            var design = root.OneOf<LookDesign>("looks") ?? LookDesign.Once;
            return (design, Usual(design, fewest, planned));
        }

        if (YamlMap.Of(root.Context, node, "the looks", Keys) is not { } map)
        {
            return (LookDesign.Once, []);
        }

        if (!map.Has("design"))
        {
            root.Context.Fail(node, $"the looks have no `design`; expected {SnakeCase.Choices<LookDesign>()}");
        }

        if (map.OneOf<LookDesign>("design") is not { } chosen)
        {
            return (LookDesign.Once, []);
        }

        if (!map.Has("at"))
        {
            return (chosen, Usual(chosen, fewest, planned));
        }

        if (!IsOfGroups(chosen))
        {
            root.Context.Fail(map.KeyAt("at"), $"the design {SnakeCase.Of(chosen)} has no looks that are planned; expected `at` with obrien_fleming or pocock alone");
            return (chosen, []);
        }

        return (chosen, ReadAt(map, fewest, planned));
    }

    private static bool IsOfGroups(LookDesign design) => design is LookDesign.ObrienFleming or LookDesign.Pocock;

    // Thirds of what is planned; a look with too few pairs for a verdict waits until there are enough.
    private static IReadOnlyList<int> Usual(LookDesign design, int? fewest, int? planned) => planned is not { } all ? []
        : design == LookDesign.Once ? [all]
        : !IsOfGroups(design) ? []
        : [.. Enumerable.Range(1, UsualLooks)
            .Select(look => Math.Max((int)Math.Ceiling((double)all * look / UsualLooks), fewest ?? 0))
            .Distinct()];

    private static List<int> ReadAt(YamlMap map, int? fewest, int? planned)
    {
        var context = map.Context;
        var node = map.ValueOf("at")!; // It was asked for.
        if (node.Items is not { Count: > 0 and <= MaxLooks } items)
        {
            var found = node.Items is null ? node.Kind
                : node.Items.Count == 0 ? "an empty list" : $"{node.Items.Count} looks";
            context.Fail(node, $"found {found}; expected a list of 1 to {MaxLooks} numbers of sessions, such as [156, 312]");
            return [];
        }

        var looks = new List<int>();
        foreach (var item in items)
        {
            var look = map.ReadNode(item, "a whole number of sessions", text =>
                int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
                    ? number
                    : (int?)null);
            if (look is not { } at)
            {
                return [];
            }

            if (at < fewest)
            {
                context.Fail(item, $"found a look at {at} sessions, fewer than the {fewest} that a verdict needs; expected {fewest} or more");
            }
            else if (looks.Count > 0 && at <= looks[^1])
            {
                context.Fail(item, $"found a look at {at} sessions after one at {looks[^1]}; expected them to grow");
            }

            looks.Add(at);
        }

        if (planned is { } all && looks[^1] != all)
        {
            context.Fail(items[^1], $"found the last look at {looks[^1]} sessions, but {all} are planned; expected the last look at {all}");
        }

        return looks;
    }
}
