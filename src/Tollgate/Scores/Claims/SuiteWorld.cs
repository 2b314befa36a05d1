using System.Runtime.CompilerServices;
using Tollgate.Scores.Claims.World;
using Tollgate.Suites;
using Tollgate.Unicode;

namespace Tollgate.Scores.Claims;

/// <summary>What the agents of a suite know before a call begins. Safe for concurrent use.</summary>
internal static class SuiteWorld
{
    // The same in all sessions of a suite.
    private static readonly ConditionalWeakTable<Suite, ClaimWorld> Worlds = [];

    public static ClaimWorld Of(Suite suite) => Worlds.GetValue(suite, Make);

    private static ClaimWorld Make(Suite suite) => new(
        suite.Now,
        suite.Agents.Values.ToDictionary(static agent => agent.Name, agent => new ClaimAgent(
            $"{suite.Name.Replace('_', ' ')}. {agent.System}", agent.Greeting, agent.Tools, agent.HandsOverTo)
        {
            Description = agent.Description,
        }),
        suite.Tools.Values.ToDictionary(static tool => tool.Name, static tool =>
            new ClaimTool(tool.Description, tool.HasEffect, Arguments(tool.ParametersJson))));

    // Each argument with its description and the values that it may have.
    private static Dictionary<string, string> Arguments(string schema)
    {
        var arguments = new Dictionary<string, string>(StringComparer.Ordinal);
        if (OutsideJson.Parse(schema) is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in properties.EnumerateObject())
            {
                arguments[property.Name] = property.Value.GetRawText().Replace('"', ' ').Replace('_', ' ');
            }
        }

        return arguments;
    }
}
