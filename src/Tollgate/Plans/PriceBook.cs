using Tollgate.Exchanges;
using Tollgate.Input;

namespace Tollgate.Plans;

/// <summary>
/// Prices by model: a YAML file whose keys are the models' ids and whose values are prices as a target has them.
/// </summary>
internal sealed class PriceBook
{
    private readonly Dictionary<string, Price> prices = [];

    /// <summary>The price of a model; null where the book has none.</summary>
    public Price? Of(string? model) => model is null ? null : prices.GetValueOrDefault(model);

    /// <summary>
    /// Reads the book that a plan names; its errors go to the plan's, with the book's own file and lines.
    /// </summary>
    /// <param name="node">The value that names the file.</param>
    public static PriceBook? Read(YamlContext plan, YamlNode node)
    {
        if (plan.Value(node, "a price-book file") is not { } value)
        {
            return null;
        }

        var path = plan.PathOf(value.Text);
        if (!InputFiles.TryReadText(path, out var text, out var error))
        {
            plan.Fail(node, error);
            return null;
        }

        var context = plan.ForFile(path);
        var book = Parse(context, text);
        plan.Errors.AddRange(context.Errors);
        return book;
    }

    /// <summary>Reads a book's text; what is wrong is in the context.</summary>
    public static PriceBook Parse(YamlContext context, string text)
    {
        var book = new PriceBook();
        if (YamlTree.Read(text, context.File, "a price book", context.Errors) is { } root)
        {
            book.Fill(context, root);
        }

        return book;
    }

    public static Price? ReadPrice(YamlContext context, YamlNode node)
    {
        if (YamlMap.Of(context, node, "a price", "currency", "input", "cached_input", "cache_write", "output")
            is not { } map)
        {
            return null;
        }

        foreach (var missing in new[] { "currency", "input", "output" }.Where(key => !map.Has(key)))
        {
            context.Fail(node, $"the price has no `{missing}`; expected currency, input and output");
        }

        var currency = map.Read("currency", "three capital letters such as USD", text =>
            text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? text : null);
        var input = Money(map, "input");
        var output = Money(map, "output");

        // What is not stated costs what other input costs.
        var cachedInput = Money(map, "cached_input") ?? input;
        var cacheWrite = Money(map, "cache_write") ?? input;
        return currency is not null && input is { } i && output is { } o && cachedInput is { } c && cacheWrite is { } w
            ? new Price(currency, i, c, w, o)
            : null;
    }

    private static decimal? Money(YamlMap map, string key) =>
        map.Read(key, "a price for a million tokens, such as 1.25", text =>
            decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                && number <= Price.Most
                ? number
                : (decimal?)null);

    private void Fill(YamlContext context, YamlNode root)
    {
        if (root.Entries is null)
        {
            context.Fail(root, $"found {root.Kind}; expected a price book, a mapping of models to prices");
            return;
        }

        foreach (var (model, price) in root.Entries)
        {
            if (model.Text is not { } name || prices.ContainsKey(name))
            {
                context.Fail(model, model.Text is null ? "found no model's id" : $"the model `{model.Text}` is "
                    + "there twice");
            }
            else if (ReadPrice(context, price) is { } read)
            {
                prices.Add(name, read);
            }
        }
    }
}
