namespace Tollgate.Suites.Importing.Bfcl;

/// <summary>
/// Makes tools of functions. What a function would answer the data set does not say: a call puts in a record of itself.
/// </summary>
internal sealed class BfclTools
{
    private readonly OrderedDictionary<string, OrderedDictionary<string, object>> tools = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    /// <summary>The tools by name.</summary>
    public OrderedDictionary<string, OrderedDictionary<string, object>> All => tools;

    /// <summary>
    /// The tool's name: the function's, and a number where another entry has another function of that name.
    /// </summary>
    /// <exception cref="FormatException">It is not of the data set's form.</exception>
    public string Add(JsonElement function)
    {
        var text = function.GetRawText();
        if (names.TryGetValue(text, out var known))
        {
            return known;
        }

        var name = DataText.Name(DataText.Text(function, "name"), 56);
        if (name.Length == 0)
        {
            throw new FormatException("found a function without a name; expected letters and digits in it");
        }

        // Names that mean something else in a suite.
        if (name is "together" or "optional" or "hand_over_to" || Transfer.IsTransfer(name, out _))
        {
            name = "call_" + name;
        }

        var parameters = DataText.Property(function, "parameters", JsonValueKind.Object);
        var schema = BfclSchema.Of(parameters);
        schema["type"] = new YamlText.Plain("object");
        var properties = DataText.Optional(parameters, "properties", JsonValueKind.Object)?.EnumerateObject().ToList()
            ?? [];
        var rules = new OrderedDictionary<string, object>();
        foreach (var property in properties)
        {
            if (BfclSchema.RuleOf(property.Value) is { } rule)
            {
                rules[property.Name] = rule;
            }
        }

        var of = name;
        for (var number = 2; tools.ContainsKey(name); number++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{of}_{number}");
        }

        tools[name] = new()
        {
            ["about"] = DataText.Optional(function, "description", JsonValueKind.String)?.GetString() is
                { Length: > 0 } about ? about : of,
            ["schema"] = schema,
            ["compare"] = rules,
            ["insert"] = new YamlText.Plain(name),
            ["key_prefix"] = "call-",
            ["set"] = properties.Select(one => (object)one.Name).ToList(),
        };
        names[text] = name;
        return name;
    }
}
