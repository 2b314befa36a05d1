using System.Globalization;
using System.Text.Json;

namespace Tollgate.CallsBench;

/// <summary>The suite of a recorded call as it was on the day of the call: agents, tools, and the call's day.</summary>
internal sealed record CallWorld(DateTime Now, IReadOnlyDictionary<string, WorldAgent> Agents,
    IReadOnlyDictionary<string, WorldTool> Tools)
{
    /// <summary>Reads the suite that was kept beside this program.</summary>
    public static CallWorld Load(string suite)
    {
        var root = JsonElement.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Suites", suite + ".json")));
        return new CallWorld(
            DateTime.Parse(root.GetProperty("now").GetString()!, CultureInfo.InvariantCulture), // Every suite has a day.
            root.GetProperty("agents").EnumerateObject().ToDictionary(agent => agent.Name, agent => new WorldAgent(
                Text(agent.Value, "system"), Text(agent.Value, "greeting"), List(agent.Value, "tools"),
                List(agent.Value, "hands_over_to"))),
            root.GetProperty("tools").EnumerateObject().ToDictionary(tool => tool.Name, tool => new WorldTool(
                Text(tool.Value, "description"), tool.Value.GetProperty("effect").GetBoolean(),
                tool.Value.GetProperty("arguments").EnumerateObject().ToDictionary(
                    argument => argument.Name, argument => Text(argument.Value, "description")))));
    }

    private static string Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) ? value.GetString() ?? "" : "";

    private static List<string> List(JsonElement of, string name) =>
        [.. of.GetProperty(name).EnumerateArray().Select(one => one.GetString() ?? "")];
}
