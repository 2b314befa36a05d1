using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Makes of the file's sessions those that are played: one for each variant, facts in place, with the name of the
/// session that it is a variant of.
/// </summary>
internal static class SessionNodes
{
    private const long MostValues = 5_000_000;

    // What a variant gives of these stands beside what the session gives; of the others, in its place.
    private static readonly string[] Merged = ["facts", "labels"];

    public static IReadOnlyList<(YamlNode Map, FactFiller Facts, string Script)> Of(Draft draft, YamlNode? sessions)
    {
        var nodes = new List<(YamlNode, FactFiller, string)>();
        var items = draft.Items(sessions, "a list of sessions");
        if (sessions is not null && items.Count == 0 && sessions.Items is not null)
        {
            draft.Fail(sessions, "found an empty list; expected one session or more");
        }

        var left = MostValues;
        foreach (var session in items)
        {
            if (session.Entries is null)
            {
                draft.Fail(session, $"found {session.Kind}; expected a session, a mapping with keys such as `name`");
                continue;
            }

            var variants = Variants(draft, session);
            var script = (Value(session, "name") ?? variants.Select(one => Value(one, "name")).FirstOrDefault())?.Text ?? "";
            foreach (var one in variants)
            {
                left -= one.Weight;
                if (left < 0)
                {
                    draft.Fail(one, $"the sessions and their variants are more than {MostValues} values; expected fewer");
                    return nodes;
                }

                var facts = new FactFiller(draft, Value(one, "facts"));
                nodes.Add((one.WithEntries(one.Entries!.Select(entry => // Variants gives mappings.
                    (entry.Key, entry.Key.Text is "facts" ? entry.Value : facts.Fill(entry.Value)))), facts, script));
            }
        }

        return nodes;
    }

    private static List<YamlNode> Variants(Draft draft, YamlNode session)
    {
        if (Value(session, "variants") is not { } variants)
        {
            return [session];
        }

        // Entries reports keys that are there twice; of the merged ones none is.
        var own = draft.Entries(session, "a session");
        var read = new List<YamlNode>();
        foreach (var variant in draft.Items(variants, "a list of variants"))
        {
            var overriding = draft.Entries(variant, "a variant, a mapping of a session's keys");
            if (overriding.FirstOrDefault(entry => entry.Name is "variants") is { Key: { } nested })
            {
                draft.Fail(nested, "a variant has `variants`; expected them in the session alone");
            }

            if (overriding.All(entry => entry.Name != "name"))
            {
                draft.Fail(variant, "the variant has no `name`; expected one of its own");
            }

            read.Add(variant.WithEntries(
                own.Where(entry => entry.Name != "variants" && overriding.All(other => other.Name != entry.Name))
                    .Select(entry => (entry.Key, entry.Value))
                    .Concat(overriding.Where(entry => entry.Name != "variants").Select(entry =>
                        (entry.Key, Merged.Contains(entry.Name) ? Beside(Value(session, entry.Name), entry.Value)
                            : entry.Value)))));
        }

        return read;
    }

    private static YamlNode Beside(YamlNode? session, YamlNode variant) =>
        session?.Entries is { } before && variant.Entries is { } own
            ? variant.WithEntries(before.Where(entry => own.All(other => other.Key.Text != entry.Key.Text)).Concat(own))
            : variant;

    private static YamlNode? Value(YamlNode map, string key) =>
        map.Entries!.FirstOrDefault(entry => entry.Key.Text == key).Value; // Of has seen that it is a mapping.
}
