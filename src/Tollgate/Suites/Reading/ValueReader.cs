using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Values;

namespace Tollgate.Suites.Reading;

/// <summary>Reads what a value must be: a value, or one of the forms with a key.</summary>
internal static class ValueReader
{
    private static readonly JsonElement Null = JsonElement.Parse("null");

    public static string[] Keys { get; } = ["any_of", "pattern", "any", "value", "tolerance", "example"];

    /// <param name="draft">The suite.</param>
    /// <param name="node">The value.</param>
    /// <param name="typed">Gives a node's value as its argument or column has it.</param>
    /// <param name="rule">How it is compared, given one of the values.</param>
    /// <param name="isObject">It is an object itself, so that a mapping is one.</param>
    public static ExpectedValue? Read(
        ReadContext draft, YamlNode node, Func<YamlNode, JsonElement> typed, Func<JsonElement, ValueRule> rule,
        bool isObject)
    {
        if (node.IsNull)
        {
            return new ExpectedValue([Null], rule(Null));
        }

        var form = node.Entries is [var (first, _), ..] && first.Text is { } text && Keys.Contains(text);
        if (node.Entries is not null && !form && !isObject)
        {
            draft.Fail(node, "found a mapping; expected a value, or one of { any_of: [...] }, { pattern: \"...\" }, "
                + "{ any: true } and { value: 3, tolerance: 0.5 }");
            return null;
        }

        if (!form)
        {
            var value = typed(node);
            return new ExpectedValue([value], rule(value));
        }

        return YamlMap.Of(draft.Context, node, "an expected value", Keys) is { } map
            ? ReadForm(draft, map, typed, rule)
            : null;
    }

    private static ExpectedValue? ReadForm(
        ReadContext draft, YamlMap map, Func<YamlNode, JsonElement> typed, Func<JsonElement, ValueRule> rule)
    {
        var given = Keys.Where(map.Has).Where(key => key is not ("tolerance" or "example")).ToList();
        if (given.Count != 1 || (map.Has("tolerance") && given[0] != "value")
            || (map.Has("example") && given[0] is not ("pattern" or "any")))
        {
            draft.Fail(map.Node, $"found {string.Join(" and ", Keys.Where(map.Has))}; expected one of any_of, value with "
                + "tolerance, and pattern or any with example");
            return null;
        }

        var node = map.ValueOf(given[0])!; // It is one of the keys that are there.
        switch (given[0])
        {
            case "any":
                return map.Flag("any") != true ? Refuse(draft, node, "true")
                    : Example(map, typed) is { } example ? new ExpectedValue([], ValueRule.Any) { Example = example }
                    : Refuse(draft, node, "an example beside it, as in { any: true, example: \"...\" }; an argument that may be "
                        + "left out is left out here");
            case "pattern":
                return draft.PatternOf(node) is null ? null : ReadPattern(draft, map, node, typed);
            case "any_of":
                var values = draft.Items(node, "a list of values").Select(item => item.IsNull ? Null : typed(item)).ToList();
                return values.Count == 0
                    ? Refuse(draft, node, "a list of one value or more")
                    : new ExpectedValue(values, rule(values.Find(value => value.ValueKind != JsonValueKind.Null)));
            default:
                return ReadTolerance(draft, map, typed(node), rule);
        }
    }

    private static JsonElement? Example(YamlMap map, Func<YamlNode, JsonElement> typed) =>
        map.ValueOf("example") is { } node ? typed(node) : null;

    // A pattern that is a plain word is its own example.
    private static ExpectedValue ReadPattern(
        ReadContext draft, YamlMap map, YamlNode node, Func<YamlNode, JsonElement> typed)
    {
        var pattern = JsonSerializer.SerializeToElement(node.Text);
        var expected = new ExpectedValue([pattern], new ValueRule(ValueKind.Pattern));
        var example = Example(map, typed) ?? pattern;
        if (!Values.ValueComparer.Meets(expected, example, default))
        {
            draft.Fail(map.ValueOf("example") ?? node, map.Has("example")
                ? $"the example does not match the pattern {YamlContext.Quote(node.Text!)}; expected one that does"
                : $"the pattern {YamlContext.Quote(node.Text!)} does not match its own text; expected an example beside it, "
                    + "as in { pattern: \"...\", example: \"...\" }");
        }

        return expected with { Example = example };
    }

    private static ExpectedValue? ReadTolerance(
        ReadContext draft, YamlMap map, JsonElement value, Func<JsonElement, ValueRule> rule)
    {
        var own = rule(value);
        var tolerance = map.Number("tolerance", 0, 1e12);
        if (tolerance is not null && own.Kind is not (ValueKind.Number or ValueKind.Money))
        {
            draft.Fail(map.KeyAt("tolerance"), string.Create(CultureInfo.InvariantCulture,
                $"found a tolerance for a value that compares as {SnakeCase.Of(own.Kind)}; expected it for numbers and money"));
            return null;
        }

        return new ExpectedValue([value], own with { Tolerance = tolerance ?? own.Tolerance });
    }

    private static ExpectedValue? Refuse(ReadContext draft, YamlNode node, string expected)
    {
        draft.Fail(node, $"found {(node.Text is null ? node.Kind : YamlContext.Quote(node.Text))}; expected {expected}");
        return null;
    }
}
