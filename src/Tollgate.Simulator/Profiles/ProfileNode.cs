using Tollgate.Input;

namespace Tollgate.Simulator.Profiles;

/// <summary>
/// A place in a profile file that knows its line, and says what it expected when it finds something else.
/// </summary>
internal readonly struct ProfileNode(YamlNode node, string file, string path)
{
    public static ProfileNode Read(string text, string file)
    {
        var errors = new List<InputError>();
        return YamlTree.Read(text, file, "a mapping with `models`", errors) is { } root
            ? new ProfileNode(root, file, "")
            : throw new ProfileException($"{errors[0]}.");
    }

    public ProfileException Expected(string what) => At(node, $"found {Describe()}, expected {what}");

    public void AllowOnly(params ReadOnlySpan<string> keys)
    {
        foreach (var (key, _) in Mapping())
        {
            if (!keys.Contains(key.Text))
            {
                throw At(key, $"found the unknown key `{key.Text}`, expected one of {string.Join(", ", keys!)}");
            }
        }
    }

    public ProfileNode? Find(string key)
    {
        foreach (var (name, value) in Mapping())
        {
            if (name.Text == key)
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
        return Mapping().Select(child => KeyValuePair.Create(
            child.Key.Text!, new ProfileNode(child.Value, theFile, $"{thePath}.{child.Key.Text}"))); // Keys are texts.
    }

    public string Text() => node.Text is { Length: > 0 } text ? text : throw Expected("a word");

    public bool Flag() => node.Text switch
    {
        "true" => true,
        "false" => false,
        _ => throw Expected("true or false"),
    };

    public double Number(double least = double.MinValue, double most = double.MaxValue)
    {
        if (double.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
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
        if (node.Entries is null)
        {
            return node.Text is not null
                ? Profiles.Spread.Constant(Number(least, most))
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

    private List<(YamlNode Key, YamlNode Value)> Mapping()
    {
        if (node.Entries is not { } entries)
        {
            throw Expected("a mapping");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (key, _) in entries)
        {
            if (key.Text is not { } name)
            {
                throw At(key, "found a structure as a key, expected a name");
            }

            if (!seen.Add(name))
            {
                throw At(key, $"found the key `{name}` twice, expected it once");
            }
        }

        return entries;
    }

    private ProfileException At(YamlNode where, string what) =>
        new($"{file}:{where.Line}: {(path.Length == 0 ? "" : $"{path.TrimStart('.')}: ")}{what}.");

    private string Describe() => node.Text is { } text ? $"`{text}`"
        : node.Items is not null ? "a list"
        : "a mapping";
}
