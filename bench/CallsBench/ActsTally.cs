using System.Text.Json;
using Tollgate.Acts;
using Tollgate.Acts.Slots;

namespace Tollgate.CallsBench;

/// <summary>
/// How many of the labelled acts that ask something of the caller the ear hears in their turns, how many it hears that
/// are not labelled, and how many of the slots it has right.
/// </summary>
internal sealed class ActsTally(Action<string>? show)
{
    private readonly Dictionary<ActKind, (int Found, int Of, int Wrong)> byKind = [];
    private readonly Dictionary<SlotKind, (int Right, int Of)> bySlot = [];

    public object Acts => new
    {
        found = byKind.Values.Sum(static kind => kind.Found),
        of = byKind.Values.Sum(static kind => kind.Of),
        wrong = byKind.Values.Sum(static kind => kind.Wrong),
    };

    public object Slots => new { right = bySlot.Values.Sum(static slot => slot.Right), of = bySlot.Values.Sum(static slot => slot.Of) };

    public void Count(Call call, CallWorld world)
    {
        var vocabulary = Vocabulary(world);
        var ear = new Ear(vocabulary, world.Now);
        var context = new EarContext(vocabulary, world.Now);
        var before = "";
        for (var at = 0; at < call.Messages.Count; at++)
        {
            if (Said(call.Messages[at]) is not { } said)
            {
                continue;
            }

            if (said.ByCaller)
            {
                context.CallerSaid(said.Words);
                before = said.Words;
                continue;
            }

            var acts = ear.Hear(said.Words, context);
            if (call.Labels.TryGetValue(at, out var label))
            {
                Compare($"{call.Name}/{at} < {before}", label, acts);
            }

            context.AgentSaid(acts);
        }
    }

    /// <summary>Counts a turn before which nothing is known but what the caller said last, and no suite.</summary>
    public void Count(WrittenTurn turn)
    {
        var now = new DateTime(2026, 3, 2, 9, 0, 0, DateTimeKind.Unspecified);
        var vocabulary = SlotVocabulary.OfArguments([]);
        var context = new EarContext(vocabulary, now);
        if (turn.CallerBefore.Length > 0)
        {
            context.CallerSaid(turn.CallerBefore);
        }

        Compare(turn.CallerBefore, turn.Label, new Ear(vocabulary, now).Hear(turn.Label.Text, context));
    }

    /// <summary>The slots of a suite, from its tools' arguments.</summary>
    public static SlotVocabulary Vocabulary(CallWorld world) =>
        SlotVocabulary.OfArguments(world.Tools.Values.SelectMany(static tool => tool.Arguments)
            .Select(static argument => (argument.Key, (string?)argument.Value, (string?)null)));

    /// <summary>What a message says, and who says it; null for calls of tools and their answers.</summary>
    public static (string Words, bool ByCaller)? Said(JsonElement message) =>
        Text(message, "role") is ("user" or "assistant") and var role && (Text(message, "said") ?? Text(message, "content")) is { } said
            ? (said, role == "user")
            : null;

    /// <summary>Shows a row for each act, and for all of them.</summary>
    public void ShowTable()
    {
        show?.Invoke($"{"act",-18}{"found",6}{"of",6}{"wrong",6}");
        foreach (var (kind, row) in byKind.OrderBy(static one => one.Key))
        {
            show?.Invoke($"{kind,-18}{row.Found,6}{row.Of,6}{row.Wrong,6}");
        }

        ShowSlots();
    }

    private void ShowSlots()
    {
        show?.Invoke($"{"slot",-18}{"right",6}{"of",6}");
        foreach (var (kind, row) in bySlot.OrderBy(static one => one.Key))
        {
            show?.Invoke($"{kind,-18}{row.Right,6}{row.Of,6}");
        }
    }

    private void Compare(string place, Label label, IReadOnlyList<AgentAct> acts)
    {
        var heard = acts.Where(static act => ActNames.Asks(act.Kind)).Select(static act => act.Kind).ToList();
        List<ActKind> missed = [];
        foreach (var wanted in label.Acts.Select(static act => ActNames.AskingAct(act.Act)).OfType<ActKind>())
        {
            var found = heard.Remove(wanted);
            Add(wanted, found ? 1 : 0, 1, 0);
            if (!found)
            {
                missed.Add(wanted);
            }
        }

        heard.ForEach(wrong => Add(wrong, 0, 0, 1));
        var slots = label.Acts.Where(static act => act.Act is "request" or "request_again" or "request_spelling" or "read_back")
            .Select(static act => ActNames.Slot(act.Slot)).OfType<SlotKind>().ToList();
        List<SlotKind> wrongSlots = [.. slots.Where(slot => !acts.Any(act => Has(act, slot)))];
        foreach (var slot in slots)
        {
            var row = bySlot.GetValueOrDefault(slot);
            bySlot[slot] = (row.Right + (wrongSlots.Contains(slot) ? 0 : 1), row.Of + 1);
        }

        if (missed.Count + heard.Count + wrongSlots.Count > 0)
        {
            show?.Invoke($"{place}\n  > {label.Text}\n    labelled "
                + string.Join("; ", label.Acts.Select(static act =>
                    act.Act + (act.Slot.Length + act.Value.Length > 0 ? $"({act.Slot} {act.Value})" : "")))
                + $"\n    missed [{string.Join(' ', missed)}] wrong [{string.Join(' ', heard)}]"
                + $" slots missed [{string.Join(' ', wrongSlots)}]\n    heard "
                + string.Join("; ", acts.Select(static act => $"{act.Kind}{(act.Slot is { } s ? $"({s} {act.SlotName})" : "")}")));
        }
    }

    private static bool Has(AgentAct act, SlotKind slot) =>
        act.Kind is ActKind.Request or ActKind.RequestAgain or ActKind.RequestSpelling or ActKind.ReadBack && act.Slot == slot;

    private void Add(ActKind kind, int found, int of, int wrong)
    {
        var row = byKind.GetValueOrDefault(kind);
        byKind[kind] = (row.Found + found, row.Of + of, row.Wrong + wrong);
    }

    private static string? Text(JsonElement message, string name) =>
        message.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
