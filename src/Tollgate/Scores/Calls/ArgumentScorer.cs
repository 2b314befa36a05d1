using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Scores.Calls;

/// <summary>Compares the arguments of a call with those that were expected.</summary>
internal static class ArgumentScorer
{
    public static List<ArgumentScore> Score(Suite suite, ExpectedCall expected, JsonElement given)
    {
        var scores = new List<ArgumentScore>(expected.Arguments.Count);
        suite.Tools.TryGetValue(expected.Tool, out var tool);
        var types = tool is null ? null : ArgumentTypes.Of(tool);
        foreach (var (name, value) in expected.Arguments)
        {
            JsonElement argument = default;
            if (given.ValueKind == JsonValueKind.Object)
            {
                given.TryGetProperty(name, out argument);
            }

            scores.Add(new ArgumentScore(
                name, Judge(value, argument, name, types, suite.Now), Text(argument), Text(value)));
        }

        if (given.ValueKind == JsonValueKind.Object)
        {
            foreach (var argument in given.EnumerateObject())
            {
                if (argument.Value.ValueKind != JsonValueKind.Null && !expected.Arguments.ContainsKey(argument.Name)
                    && !IsFree(tool, expected.Tool, argument.Name))
                {
                    scores.Add(new ArgumentScore(
                        argument.Name, ArgumentVerdict.Unexpected, Text(argument.Value), ""));
                }
            }
        }

        return scores;
    }

    /// <summary>All that was expected is missing.</summary>
    public static List<ArgumentScore> NoneOf(ExpectedCall expected) =>
        [.. expected.Arguments.Select(static one =>
            new ArgumentScore(one.Key, ArgumentVerdict.Missing, "", Text(one.Value)))];

    private static ArgumentVerdict Judge(
        ExpectedValue value, JsonElement given, string name, ArgumentTypes? types, DateTime now)
    {
        var isNull = given.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        var typed = isNull || types is null || types.Allows(name, given);
        return typed && ValueComparer.Meets(value, given, now) ? ArgumentVerdict.Right
            : isNull ? ArgumentVerdict.Missing
            : typed ? ArgumentVerdict.WrongValue
            : ArgumentVerdict.WrongType;
    }

    // A transfer's summary may say what it likes, and so may an argument whose rule is "any".
    private static bool IsFree(SuiteTool? tool, string name, string argument) =>
        tool is null
            ? Transfer.IsTransfer(name, out _) && argument == "summary"
            : tool.Rules.TryGetValue(argument, out var rule) && rule.Kind == ValueKind.Any;

    private static string Text(JsonElement value) =>
        value.ValueKind == JsonValueKind.Undefined ? "" : value.GetRawText();

    private static string Text(ExpectedValue value) =>
        value.AnyOf.Count == 0 ? "anything" : string.Join(" or ", value.AnyOf.Select(static one => Text(one)));
}
