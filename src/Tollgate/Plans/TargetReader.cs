using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Wires.Catalog;
using Tollgate.Wires.Requests;

namespace Tollgate.Plans;

/// <summary>Reads the targets of a plan.</summary>
internal static class TargetReader
{
    public static IReadOnlyList<Target> Read(YamlMap plan, PlanAllowances allow)
    {
        var book = plan.ValueOf("prices") is { } file ? PriceBook.Read(plan.Context, file) : null;
        if (plan.ValueOf("targets") is not { } node)
        {
            plan.Context.Fail(plan.Node, "the plan has no `targets`; expected a list of one target or more");
            return [];
        }

        if (node.Items is not { Count: > 0 })
        {
            plan.Context.Fail(node, $"found {(node.Items is null ? node.Kind : "an empty list")}; expected a list "
                + "of one target or more");
            return [];
        }

        var names = new Dictionary<string, YamlNode>();
        return [.. node.Items.Select(item => ReadOne(plan.Context, item, names, book, allow)).OfType<Target>()];
    }

    private static Target? ReadOne(
        YamlContext context, YamlNode node, Dictionary<string, YamlNode> names, PriceBook? book,
        PlanAllowances allow)
    {
        var usesBefore = context.Uses.Count;
        if (YamlMap.Of(
                context, node, "a target", "name", "wire", "url", "model", "region", "tier", "key", "headers", "price",
                "token_limit", "stream_options", "body", "end")
            is not { } map)
        {
            return null;
        }

        foreach (var missing in new[] { "name", "wire", "url", "model" }.Where(key => !map.Has(key)))
        {
            context.Fail(node, $"the target has no `{missing}`; expected name, wire, url and model");
        }

        var name = Label(map, "name");
        if (name is not null && !names.TryAdd(name, map.KeyAt("name")))
        {
            context.Fail(
                map.ValueOf("name")!, // It was just read.
                $"there is a target of this name already, in line {names[name].Line}; expected a name of its own");
        }

        var wire = map.Read(
            "wire", "one of " + string.Join(", ", WireCatalog.Names), text => WireCatalog.Find(text) is null ? null : text);
        var url = ReadUrl(map);
        var model = map.Text("model");
        var target = new Target
        {
            Name = name ?? "",
            Wire = wire ?? "",
            Url = url ?? new Uri("about:blank"),
            Model = model ?? "",
            Region = Label(map, "region"),
            Tier = map.Text("tier"),
            ApiKey = ReadKey(map),
            Headers = ReadHeaders(map),
            Price = ReadPrice(map, model) ?? book?.Of(model),
            Request = ReadForm(map, wire),
            End = map.OneOf<StreamEnd>("end") ?? StreamEnd.Marker,
        };
        var uses = context.Uses[usesBefore..];
        target = target with
        {
            Variables =
            [
                .. uses.DistinctBy(static use => use.Variable)
                    .Select(static use => KeyValuePair.Create(use.Variable, new Secret(use.Value))),
            ],
        };
        CheckVariables(context, uses, url, allow);
        return name is null || wire is null || url is null || model is null ? null : target;
    }

    // Results show it, so nothing of the environment may be in it.
    private static string? Label(YamlMap map, string key)
    {
        var text = map.Verbatim(key);
        if (text?.Contains("${", StringComparison.Ordinal) == true)
        {
            map.Context.Fail(map.ValueOf(key)!, "found a variable, and results show this; expected a text without one"); // It was just read.
        }

        if (text?.Any(char.IsControl) == true)
        {
            map.Context.Fail(map.ValueOf(key)!, "found a line break or another control character; expected one line");
        }

        return text;
    }

    private static void CheckVariables(
        YamlContext context, IEnumerable<(YamlNode Node, string Variable, string Value)> uses, Uri? url,
        PlanAllowances allow)
    {
        if (url is null || url.IsLoopback)
        {
            return;
        }

        var uncalledFor = uses.Where(use =>
            !allow.Variables.Contains(use.Variable) && !WireCatalog.Owns(use.Variable, url.IdnHost)).ToList();

        // What names the host may be a variable itself, and is not shown.
        var host = uncalledFor.Where(static use => use.Value.Length > 0).Aggregate(url.IdnHost, static (text, use) =>
            text.Replace(use.Value, $"${{{use.Variable}}}", StringComparison.OrdinalIgnoreCase));
        foreach (var (node, variable, _) in uncalledFor.DistinctBy(static use => use.Variable))
        {
            context.Fail(node, $"the variable {variable} would be sent to {host}; expected that host's own key, or "
                + $"--allow-env {variable} if it may go there");
        }
    }

    private static Uri? ReadUrl(YamlMap map)
    {
        if (map.ValueOf("url") is not { } node || map.Context.Value(node, "a URL") is not { } value)
        {
            return null;
        }

        if (BaseUrls.TryParse(value.Text, out var url, out var error))
        {
            return url;
        }

        // What a variable holds may be a key that was put in the wrong place.
        map.Context.Fail(node, node.Text == value.Text
            ? error
            : $"found {value.Shown}; expected a base URL without credentials, such as https://api.openai.com/v1");
        return null;
    }

    private static Secret ReadKey(YamlMap map)
    {
        const string Expected = "a variable such as ${OPENAI_API_KEY}, so that no key stands in a file";
        if (map.ValueOf("key") is not { } node)
        {
            return default;
        }

        if (node.Text is { Length: > 0 } && YamlContext.LoneVariable(node) is null)
        {
            map.Context.Fail(node, $"found something else, which is not shown; expected {Expected}");
            return default;
        }

        return ReadSecret(map.Context, node, Expected);
    }

    private static Secret ReadSecret(YamlContext context, YamlNode node, string expected)
    {
        if (context.Value(node, expected) is not { } value)
        {
            return default;
        }

        if (value.Text.Length == 0 || value.Text.Any(one => one is < ' ' or > '~'))
        {
            context.Fail(node, node.Text!.Contains("${", StringComparison.Ordinal) // Value has seen a text.
                ? $"found {value.Shown}, and is empty or has a character such as a line break; expected visible "
                    + "characters"
                : "found a value, which is not shown, with a character such as a line break; expected visible "
                    + "characters");
            return default;
        }

        context.Hide(node, value.Text);
        return new Secret(value.Text);
    }

    private static Dictionary<string, Secret> ReadHeaders(YamlMap map)
    {
        var headers = new Dictionary<string, Secret>(StringComparer.OrdinalIgnoreCase);
        if (map.ValueOf("headers") is not { } node)
        {
            return headers;
        }

        if (node.Entries is null)
        {
            map.Context.Fail(node, $"found {node.Kind}; expected a mapping of header names to values");
            return headers;
        }

        foreach (var (key, value) in node.Entries)
        {
            if (key.Text is not { } name || !HeaderNames.IsName(name))
            {
                map.Context.Fail(key, "found a header name that is none; expected letters, digits and dashes");
            }
            else if (HeaderNames.IsOfTheTransport(name))
            {
                map.Context.Fail(key, $"the header `{name}` is written by the transport; expected another");
            }
            else if (!headers.TryAdd(name, ReadSecret(map.Context, value, "the header's value")))
            {
                map.Context.Fail(key, $"the header `{name}` is there twice");
            }
        }

        return headers;
    }

    private static RequestForm ReadForm(YamlMap map, string? wire)
    {
        var choices = WireCatalog.Find(wire)?.Choices;
        foreach (var (key, _) in new[]
        {
            ("token_limit", RequestChoices.TokenLimit), ("stream_options", RequestChoices.StreamOptions),
        }.Where(one => map.Has(one.Item1) && choices?.HasFlag(one.Item2) == false))
        {
            map.Context.Fail(map.KeyAt(key), $"`{key}` is given with the wire {wire}, which has no such choice");
        }

        return new RequestForm
        {
            TokenLimit = map.OneOf<TokenLimit>("token_limit"),
            StreamOptions = map.Flag("stream_options"),
            BodyJson = map.ValueOf("body") is { } body ? ReadBody(map.Context, body, wire) : null,
        };
    }

    private static string? ReadBody(YamlContext context, YamlNode node, string? wire)
    {
        if (node.Entries is null)
        {
            context.Fail(node, $"found {node.Kind}; expected a mapping of the body's further fields");
            return null;
        }

        var json = JsonValues.Of(node, static _ => false)!.ToJsonString(); // A mapping is no null.
        var fields = BodyFields.Read(json, WireCatalog.OwnFields(wire), out var problem);
        if (problem is not null)
        {
            context.Fail(node, problem);
        }

        return fields;
    }

    // The price itself, or the price book that has it.
    private static Price? ReadPrice(YamlMap map, string? model)
    {
        if (map.ValueOf("price") is not { } node)
        {
            return null;
        }

        if (node.Text is null)
        {
            return PriceBook.ReadPrice(map.Context, node);
        }

        var before = map.Context.Errors.Count;
        var price = PriceBook.Read(map.Context, node)?.Of(model);
        if (price is null && model is not null && map.Context.Errors.Count == before)
        {
            map.Context.Fail(node, $"the price book has no model {YamlContext.Quote(model)}; expected its price there");
        }

        return price;
    }
}
