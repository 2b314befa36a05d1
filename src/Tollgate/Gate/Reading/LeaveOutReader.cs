using Tollgate.Gate.Rubrics;
using Tollgate.Input;
using Tollgate.Transcripts;

namespace Tollgate.Gate.Reading;

/// <summary>Reads which sessions count on neither side.</summary>
internal static class LeaveOutReader
{
    private const int MaxReasonLength = 500;
    private const int Most = 1_000;

    public static string[] Keys { get; } = ["session", "ending", "because"];

    public static List<LeaveOut> Read(YamlMap root)
    {
        if (root.ValueOf("leave_out") is not { } node)
        {
            return [];
        }

        if (node.Items is not { Count: <= Most } items)
        {
            root.Context.Fail(node, $"found {(node.Items is null ? node.Kind : $"{node.Items.Count} entries")}; expected a list of at most {Most} sessions or endings that count on neither side");
            return [];
        }

        var read = new List<LeaveOut>();
        foreach (var item in items)
        {
            if (ReadOne(root.Context, item) is not { } one)
            {
                continue;
            }

            if (read.Any(before => before.Session == one.Session && before.Ending == one.Ending))
            {
                root.Context.Fail(item, $"{(one.Session is null ? "the ending" : "the session")} {one.Session ?? SnakeCase.Of(one.Ending!.Value)} is left out twice"); // One of the two is there.
            }

            read.Add(one);
        }

        return read;
    }

    private static LeaveOut? ReadOne(YamlContext context, YamlNode item)
    {
        if (YamlMap.Of(context, item, "what is left out", Keys) is not { } map)
        {
            return null;
        }

        if (map.Has("session") == map.Has("ending"))
        {
            context.Fail(item, $"found {(map.Has("session") ? "both `session` and `ending`" : "neither `session` nor `ending`")}; expected one of the two");
        }

        if (!map.Has("because"))
        {
            context.Fail(item, "found no reason; expected `because` with the reason why it is left out");
        }

        var session = Words.Read(map, "session", MaxReasonLength);
        var ending = map.OneOf<SessionEnding>("ending");
        var because = Words.Read(map, "because", MaxReasonLength);
        return because is null || (session is null) == (ending is null) ? null : new LeaveOut(session, ending, because);
    }
}
