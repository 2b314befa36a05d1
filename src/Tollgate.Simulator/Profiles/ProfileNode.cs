using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Tollgate.Simulator;

/// <summary>
/// A place in a profile file that knows its line, and says what it expected when it finds something else.
/// </summary>
internal readonly struct ProfileNode(YamlNode node, string file, string path)
{
    public static ProfileNode Read(string text, string file)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(text));
        }
        catch (YamlException e)
        {
            throw new ProfileException($"{file}:{e.Start.Line}: expected YAML, but {e.Message}");
        }

        return yaml.Documents.Count == 0
            ? throw new ProfileException($"{file}:1: found nothing, expected a mapping with `models`.")
            : new ProfileNode(yaml.Documents[0].RootNode, file, "");
    }

    public ProfileException Expected(string what) => At(node, $"found {Describe()}, expected {what}");

    public void AllowOnly(params ReadOnlySpan<string> keys)
    {
        foreach (var key in Mapping().Children.Keys)
        {
            var name = ((YamlScalarNode)key).Value;
            if (!keys.Contains(name))
            {
                throw At(key, $"found the unknown key `{name}`, expected one of {string.Join(", ", keys!)}");
            }
        }
    }

    public ProfileNode? Find(string key)
    {
        foreach (var (name, value) in Mapping().Children)
        {
            if (name is YamlScalarNode { Value: { } text } && text == key)
            {
                return new ProfileNode(value, file, path.Length == 0 ? key : $"{path}.{key}");
            }
        }

        return null;
    }

    public ProfileNode Required(string key) =>
        Find(key) ?? throw At(node, $"found no `{key}`, expected one");

    public IEnumerable<KeyValuePair<string, ProfileNode>> Children()
    {
        var (theFile, thePath) = (file, path);
        return Mapping().Children.Select(child => KeyValuePair.Create(
            ((YamlScalarNode)child.Key).Value ?? "",
            new ProfileNode(child.Value, theFile, $"{thePath}.{((YamlScalarNode)child.Key).Value}")));
    }

    public string Text() =>
        node is YamlScalarNode { Value: { Length: > 0 } text } ? text : throw Expected("a word");

    public bool Flag() => (node as YamlScalarNode)?.Value switch
    {
        "true" => true,
        "false" => false,
        _ => throw Expected("true or false"),
    };

    public double Number(double least = double.MinValue, double most = double.MaxValue)
    {
        if (node is YamlScalarNode scalar
            && double.TryParse(scalar.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least && number <= most)
        {
            return number;
        }

        throw Expected((least, most) switch
        {
            (double.MinValue, double.MaxValue) => "a number",
            (_, double.MaxValue) => string.Create(CultureInfo.InvariantCulture, $"a number of at least {least}"),
            _ => string.Create(CultureInfo.InvariantCulture, $"a number from {least} to {most}"),
        });
    }

    public int Count()
    {
        var number = Number(1, int.MaxValue);
        return number == Math.Floor(number) ? (int)number : throw Expected("a whole number");
    }

    public decimal Money() => (decimal)Number(0, 1e9);

    public Spread Spread(double least)
    {
        const double most = 1e9;
        if (node is not YamlMappingNode)
        {
            return node is YamlScalarNode
                ? Simulator.Spread.Constant(Number(least, most))
                : throw Expected("a number or { p5, p50, p95 }");
        }

        AllowOnly("p5", "p50", "p95");
        var low = Required("p5").Number(least, most);
        var high = Required("p95").Number(least, most);
        var median = Find("p50")?.Number(least, most) ?? Math.Sqrt(low * high);
        if (low > median || median > high || (low == 0 && high > 0))
        {
            throw Expected("p5 <= p50 <= p95, and p5 above 0 where they differ");
        }

        return new Spread(low, median, high);
    }

    private YamlMappingNode Mapping()
    {
        if (node is not YamlMappingNode mapping)
        {
            throw Expected("a mapping");
        }

        foreach (var key in mapping.Children.Keys)
        {
            if (key is not YamlScalarNode)
            {
                throw At(key, "found a structure as a key, expected a name");
            }
        }

        return mapping;
    }

    private ProfileException At(YamlNode where, string what) =>
        new($"{file}:{where.Start.Line}: {(path.Length == 0 ? "" : $"{path.TrimStart('.')}: ")}{what}.");

    private string Describe() => node switch
    {
        YamlScalarNode scalar => $"`{scalar.Value}`",
        YamlSequenceNode => "a list",
        _ => "a mapping",
    };
}
