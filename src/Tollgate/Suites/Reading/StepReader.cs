using System.Globalization;
using Tollgate.Yaml;

namespace Tollgate.Suites.Reading;

/// <summary>Reads the steps of a session, those of fragments among them.</summary>
internal sealed class StepReader(Draft draft, FactFiller facts, ICollection<string> missing)
{
    private const int MostSteps = 500;
    private const int MostTimes = 20;

    private readonly List<StepDraft> steps = [];
    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private int group;

    public static string[] Keys { get; } =
    [
        "say", "entities", "reply", "use", "id", "asked", "again", "times", "optional", "after_call", "after_handoff_to",
        "before", "expect", "missing", "faults", "barge_in", "backchannel", "cut",
    ];

    public static string[] BargeInKeys { get; } = ["words", "after"];

    public static string[] BackchannelKeys { get; } = ["say", "words"];

    public static string[] CutKeys { get; } = ["words", "pause", "trails_off"];

    public IReadOnlyList<StepDraft> Read(YamlNode? list)
    {
        Add(list, false);
        return steps;
    }

    private void Add(YamlNode? list, bool inFragment)
    {
        foreach (var item in draft.Items(list, "a list of steps"))
        {
            if (steps.Count >= MostSteps)
            {
                draft.Fail(item, $"the session has more than {MostSteps} steps; expected fewer");
                return;
            }

            if (YamlMap.Of(draft.Context, item, "a step", Keys) is not { } map)
            {
                continue;
            }

            if (map.ValueOf("use") is { } use)
            {
                Use(item, use, inFragment);
            }
            else if (ReadOne(map) is { } step)
            {
                steps.Add(step);
            }
        }
    }

    private void Use(YamlNode item, YamlNode use, bool inFragment)
    {
        if (item.Entries!.Count > 1) // It is a mapping: it has `use`.
        {
            draft.Fail(item, "found `use` with further keys; expected it alone");
        }
        else if (inFragment)
        {
            draft.Fail(item, "found `use` in a fragment; expected steps, since a fragment may use no other");
        }
        else if (draft.Known(use, "fragment", draft.Fragments.Keys) is { } name)
        {
            draft.Used.Add(name);
            Add(facts.Fill(draft.Fragments[name]), true);
        }
    }

    private StepDraft? ReadOne(YamlMap map)
    {
        foreach (var absent in new[] { "say", "reply" }.Where(key => !map.Has(key)))
        {
            draft.Fail(map.Node, $"the step has no `{absent}`; expected what the caller says and what is replied");
        }

        var number = (steps.Count + 1).ToString(CultureInfo.InvariantCulture);
        var id = map.Text("id") ?? number;
        if (!ids.TryAdd(id, map.Node.Line))
        {
            draft.Fail(map.KeyAt("id"), $"there is a step `{Draft.Shown(id)}` already, in line {ids[id]}; expected an id "
                + "of its own");
        }

        var say = map.Verbatim("say");
        var reply = map.Verbatim("reply");
        var asked = draft.PatternsOf(map.ValueOf("asked"));
        var calls = CallReader.Read(draft, map.ValueOf("expect"), ref group);
        var step = new Step
        {
            Id = id,
            Say = say ?? "",
            Entities = ReadEntities(map, say ?? ""),
            Asked = asked,
            AfterCall = draft.Known(map.ValueOf("after_call"), "tool", draft.Tools.Keys),
            AfterHandoffTo = draft.Known(map.ValueOf("after_handoff_to"), "agent", draft.Agents.Keys),
            Optional = map.Flag("optional") ?? false,
            Times = (int?)map.Whole("times", 1, MostTimes) ?? (map.Has("asked") ? 2 : 1),
            Again = map.Verbatim("again"),
            BargeIn = ReadBargeIn(map),
            Backchannel = ReadBackchannel(map),
            Cut = ReadCut(map, say ?? ""),
            Faults = ReadFaults(draft, map.ValueOf("faults")),
            Expect = [.. calls.Select(call => call.Call)],
            Missing = draft.Known(map.ValueOf("missing"), "missing record", missing),
            Before = map.Verbatim("before") ?? "",
            Reply = reply ?? "",
            Line = map.Node.Line,
        };
        if (map.Has("asked") && asked.Count == 0 && map.ValueOf("asked") is { Items.Count: 0 } none)
        {
            draft.Fail(none, "found an empty list; expected what asks for the step, or no `asked`");
        }

        return say is null || reply is null ? null : new StepDraft(step, map, calls);
    }

    private List<string> ReadEntities(YamlMap map, string say)
    {
        var entities = new List<string>();
        foreach (var item in draft.Items(map.ValueOf("entities"), "a list of words that the step says"))
        {
            if (draft.Word(item, "words that the step says") is not { } words)
            {
                continue;
            }

            if (say.Contains(words, StringComparison.OrdinalIgnoreCase))
            {
                entities.Add(words);
            }
            else
            {
                draft.Fail(item, $"found {YamlContext.Quote(words)}, which the step does not say; expected a part of "
                    + YamlContext.Quote(say));
            }
        }

        var inserted = map.ValueOf("say") is { } node ? facts.Inserted.GetValueOrDefault(node) ?? [] : [];
        return [.. entities.Concat(inserted).Distinct(StringComparer.Ordinal)];
    }

    private BargeIn? ReadBargeIn(YamlMap step)
    {
        if (step.ValueOf("barge_in") is not { } node
            || YamlMap.Of(draft.Context, node, "a barge-in", BargeInKeys) is not { } map)
        {
            return null;
        }

        if (map.Has("words") == map.Has("after"))
        {
            draft.Fail(node, "found " + (map.Has("words") ? "both `words` and `after`" : "neither `words` nor `after`")
                + "; expected one of them");
        }

        return new BargeIn((int?)map.Whole("words", 1, 1_000), map.Duration("after", zero: true));
    }

    private Backchannel? ReadBackchannel(YamlMap step) =>
        step.ValueOf("backchannel") is { } node
            && YamlMap.Of(draft.Context, node, "a backchannel", BackchannelKeys) is { } map
            ? new Backchannel(map.Text("say") ?? "mhm", (int?)map.Whole("words", 1, 1_000) ?? 6)
            : null;

    private Cut? ReadCut(YamlMap step, string say)
    {
        var spoken = say.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var node = step.ValueOf("cut");
        var cut = node is null ? null : ReadCut(draft, node);
        if (cut is not null && cut.Words >= spoken
            && node!.Entries!.Find(entry => entry.Key.Text == "words").Value is { } words) // A cut was read from it.
        {
            draft.Fail(words, $"found a cut at or after the last of {spoken} words; expected it before");
        }

        return cut;
    }

    /// <summary>A cut; null where it is none, which is then reported.</summary>
    public static Cut? ReadCut(Draft draft, YamlNode node)
    {
        if (YamlMap.Of(draft.Context, node, "a cut", CutKeys) is not { } map)
        {
            return null;
        }

        if (!map.Has("words"))
        {
            draft.Fail(node, "the cut has no `words`; expected how many words go out first");
        }

        var pause = map.Duration("pause") ?? TimeSpan.FromMilliseconds(900);
        if (pause <= draft.Voice.Endpointing)
        {
            draft.Fail(map.KeyAt("pause"), $"found a pause of {Durations.Format(pause)}, no longer than the end-pointing "
                + $"waits ({Durations.Format(draft.Voice.Endpointing)}); expected a longer one");
        }

        return new Cut((int?)map.Whole("words", 1, 1_000) ?? 1, pause, map.Flag("trails_off") ?? false);
    }

    /// <summary>What befalls the tools.</summary>
    public static List<ToolFault> ReadFaults(Draft draft, YamlNode? list)
    {
        const string Expected = "a fault such as { find_slots: time_out, times: 1 }";
        var faults = new List<ToolFault>();
        foreach (var item in draft.Items(list, "a list of faults"))
        {
            var entries = draft.Entries(item, Expected);
            var tools = entries.Where(entry => entry.Name != "times").ToList();
            if (tools is not [var (_, key, kind)])
            {
                if (item.Entries is not null)
                {
                    draft.Fail(item, $"found {tools.Count} tools; expected {Expected}");
                }

                continue;
            }

            var times = entries.FirstOrDefault(entry => entry.Name == "times").Value;
            var count = 1;
            if (times is not null
                && (!int.TryParse(times.Text, NumberStyles.None, CultureInfo.InvariantCulture, out count)
                    || count is < 1 or > 100))
            {
                draft.Fail(times, $"found {YamlContext.Quote(times.Text ?? times.Kind)}; expected a whole number from 1 to 100");
            }

            if (draft.Known(key, "tool", draft.Tools.Keys) is { } tool
                && draft.Known(kind, "fault", [.. Enum.GetValues<ToolFaultKind>().Select(SnakeCase.Of)]) is { } word
                && SnakeCase.TryParse<ToolFaultKind>(word, out var fault))
            {
                faults.Add(new ToolFault(tool, fault, count));
            }
        }

        return faults;
    }
}
