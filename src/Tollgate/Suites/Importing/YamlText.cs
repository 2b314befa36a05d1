using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Importing;

/// <summary>
/// Writes values as YAML: texts in quotes, so that none can be taken for more, mappings and lists on one line where
/// they fit.
/// </summary>
internal static class YamlText
{
    private const int MaxLineLength = 110;

    /// <summary>A word that stands without quotes: <c>unknown</c>, <c>any</c>.</summary>
    internal sealed record Plain(string Word);

    /// <summary>Writes a key with its value, and ends the line.</summary>
    /// <param name="yaml">Where to.</param>
    /// <param name="depth">How far in; 0 or more.</param>
    /// <param name="lead">What stands before the key: nothing, or the dash of a list.</param>
    /// <param name="value">
    /// A text, a flag, a number, a <see cref="Plain"/> word, a <see cref="JsonElement"/>, a list of values, or a mapping.
    /// </param>
    public static void Entry(StringBuilder yaml, int depth, string lead, string key, object value)
    {
        yaml.Append(' ', depth * 2).Append(lead).Append(Key(key)).Append(':');
        var inner = depth + 1 + (lead.Length / 2);
        var flow = Flow(value);
        if (flow.Length <= MaxLineLength || value is not (OrderedDictionary<string, object> or IEnumerable<object>))
        {
            yaml.Append(' ').Append(flow).Append('\n');
            return;
        }

        yaml.Append('\n');
        Block(yaml, inner, value);
    }

    /// <summary>The value on one line.</summary>
    public static string Flow(object value) => value switch
    {
        string text => RecordJson.Quoted(text),
        Plain plain => plain.Word,
        bool flag => flag ? "true" : "false",
        JsonElement json => Flow(json),
        OrderedDictionary<string, object> { Count: 0 } => "{}",
        OrderedDictionary<string, object> fields =>
            $"{{ {string.Join(", ", fields.Select(one => $"{Key(one.Key)}: {Flow(one.Value)}"))} }}",
        IEnumerable<object> items => $"[{string.Join(", ", items.Select(Flow))}]",
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"a {value.GetType()} has no form in YAML", nameof(value)),
    };

    private static string Flow(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object =>
            $"{{ {string.Join(", ", json.EnumerateObject().Select(one => $"{Key(one.Name)}: {Flow(one.Value)}"))} }}",
        JsonValueKind.Array => $"[{string.Join(", ", json.EnumerateArray().Select(Flow))}]",
        JsonValueKind.String => RecordJson.Quoted(json.GetString()!), // It is a string.
        JsonValueKind.Undefined => "null",
        JsonValueKind.Number => Number(json),
        _ => json.GetRawText(),
    };

    // A number with an exponent would be a text.
    private static string Number(JsonElement json) => json.GetRawText() is var raw && raw.AsSpan().ContainsAny('e', 'E')
        && json.TryGetDecimal(out var number) ? number.ToString(CultureInfo.InvariantCulture) : raw;

    private static void Block(StringBuilder yaml, int depth, object value)
    {
        if (value is OrderedDictionary<string, object> fields)
        {
            foreach (var (key, inner) in fields)
            {
                Entry(yaml, depth, "", key, inner);
            }

            return;
        }

        foreach (var item in (IEnumerable<object>)value)
        {
            var flow = Flow(item);
            if (flow.Length <= MaxLineLength || item is not OrderedDictionary<string, object> { Count: > 0 } of)
            {
                yaml.Append(' ', depth * 2).Append("- ").Append(flow).Append('\n');
                continue;
            }

            foreach (var (index, (key, inner)) in of.Index())
            {
                Entry(yaml, index == 0 ? depth : depth + 1, index == 0 ? "- " : "", key, inner);
            }
        }
    }

    // What looks like a word is one for YAML too, but for those that stand for something else.
    private static string Key(string key) => key.Length > 0 && (char.IsAsciiLetter(key[0]) || key[0] == '_')
        && key.All(one => char.IsAsciiLetterOrDigit(one) || one == '_')
        && key is not ("true" or "false" or "null" or "yes" or "no" or "on" or "off" or "y" or "n")
            ? key
            : RecordJson.Quoted(key);
}
