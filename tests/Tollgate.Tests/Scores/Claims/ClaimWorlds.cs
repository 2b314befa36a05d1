using Tollgate.Scores.Claims;
using Tollgate.Scores.Claims.World;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Scores.Claims;

/// <summary>A boat yard with a workshop, on Tuesday, June 9th 2026, at ten.</summary>
internal static class ClaimWorlds
{
    public static ClaimWorld Yard { get; } = new(
        new DateTime(2026, 6, 9, 10, 0, 0),
        new Dictionary<string, ClaimAgent>
        {
            ["office"] = new(
                "You are the office of Brill's Boat Yard. We are open from Wednesday to Sunday, eight to twelve and two to six in the "
                + "evening. A berth is forty-five euros a night, a crane lift takes ninety minutes and costs two hundred and ten euros. "
                + "The short keel, model Otter, is one fifty-nine. Deposits come back within three working days. Cancelling is free "
                + "until two days before.",
                "Brill's Boat Yard, good morning.", ["find_berth", "find_lifts", "book_lift", "move_lift", "cancel_lift", "leave_note", "send_chart", "reserve_trolley"], ["workshop"]),
            ["workshop"] = new("You are the workshop of Brill's Boat Yard. Repairs are looked up by number.", "", ["find_repair"], ["office"]),
        },
        new Dictionary<string, ClaimTool>
        {
            ["find_berth"] = new("Finds a berth by its code or by the owner's name.", false, Arguments("code", "owner")),
            ["find_lifts"] = new("Finds the free times of the crane on a day.", false, Arguments("day")),
            ["find_repair"] = new("Finds a repair by its number.", false, Arguments("number")),
            ["book_lift"] = new("Books a crane lift at a free time.", true, Arguments("berth", "day", "time")),
            ["move_lift"] = new("Moves a crane lift to another time.", true, Arguments("lift", "day", "time")),
            ["cancel_lift"] = new("Cancels a crane lift.", true, Arguments("lift")),
            ["leave_note"] = new("Leaves a note for the yard's crew, who call back the same day.", true, Arguments("text", "phone")),
            ["send_chart"] = new("Sends a chart of the harbor by e-mail.", true, Arguments("email")),
            ["reserve_trolley"] = new("Reserves a trolley for a boat.", true, Arguments("boat")),
        });

    /// <summary>A judge that has heard the caller and these calls, each with its answer, in this turn.</summary>
    public static ClaimJudge Judge(string caller, params ReadOnlySpan<(string Tool, string Arguments, string Answer)> calls)
    {
        var judge = new ClaimJudge(Yard);
        judge.AgentTold("office");
        judge.CallerSaid(caller, caller);
        foreach (var (tool, arguments, answer) in calls)
        {
            judge.CallMade(tool, arguments);
            judge.ToolAnswered(tool, answer, answer.Contains("timeout", StringComparison.Ordinal) ? ToolStatus.TimedOut : ToolStatus.Answered);
        }

        return judge;
    }

    private static Dictionary<string, string> Arguments(params ReadOnlySpan<string> names)
    {
        var arguments = new Dictionary<string, string>();
        foreach (var name in names)
        {
            arguments[name] = "";
        }

        return arguments;
    }
}
