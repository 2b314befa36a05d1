using Tollgate.Input;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>Reads how a caller talks, and what befalls the tools in his call.</summary>
internal static class MannerReader
{
    public static string[] CutKeys { get; } = ["words", "pause", "trails_off"];

    /// <summary>A brief without facts and wishes.</summary>
    public static Brief Read(ReadContext draft, YamlMap map)
    {
        var interrupts = new List<int>();
        foreach (var item in draft.Items(map.ValueOf("interrupts"), "a list of numbers of words"))
        {
            if (int.TryParse(item.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var words)
                && words is >= 1 and <= 1_000)
            {
                interrupts.Add(words);
            }
            else
            {
                draft.Fail(item, $"found {YamlContext.Quote(item.Text ?? item.Kind)}; expected a whole number from 1 to 1000");
            }
        }

        return new Brief
        {
            Wishes = [],
            Asides = SettingsReader.Texts(draft, map.ValueOf("asides")),
            Temper = map.OneOf<Temper>("temper") ?? Temper.Even,
            Interrupts = interrupts,
            Cuts = [.. draft.Items(map.ValueOf("cuts"), "a list of cuts")
                .Select(item => ReadCut(draft, item)).OfType<Cut>()],
            Backchannel = map.Text("backchannel"),
            Faults = ReadFaults(draft, map.ValueOf("faults")),
        };
    }

    // Null where it is none, which is then reported.
    private static Cut? ReadCut(ReadContext draft, YamlNode node)
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

    private static List<ToolFault> ReadFaults(ReadContext draft, YamlNode? list)
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
