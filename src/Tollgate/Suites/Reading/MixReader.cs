using Tollgate.Input;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>Reads how the callers of a suite differ.</summary>
internal static class MixReader
{
    private const int MaxWishes = 10;
    private const double HighestWeight = 1e6;

    public static string[] Keys { get; } =
    [
        "wishes", "starts_with", "noise", "tempers", "interrupts", "cuts", "changes", "asides", "faults",
        "backchannels",
    ];

    public static PopulationMix Read(ReadContext draft, YamlNode? node)
    {
        var mix = new PopulationMix();
        if (node is null || YamlMap.Of(draft.Context, node, "the population", Keys) is not { } map)
        {
            return mix;
        }

        var agents = Weights(draft, map.ValueOf("starts_with"), "agents with weights", key =>
            draft.Known(key, "agent", draft.Agents.Keys) is { } agent ? (agent, true) : ("", false));
        return new PopulationMix
        {
            Wishes = Weights(draft, map.ValueOf("wishes"), "numbers of wishes with weights", key => Number<int>(
                draft, key, text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    && count is >= 1 and <= MaxWishes ? count : null, $"a whole number from 1 to {MaxWishes}"))
                ?? mix.Wishes,
            StartsWith = agents ?? mix.StartsWith,
            Noise = Weights(draft, map.ValueOf("noise"), "word error rates with weights", key => Number<double>(
                draft, key, text =>
                    double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var rate)
                        && SuiteSession.NoiseBounds.Holds(rate) ? rate : null,
                FormattableString.Invariant(
                    $"a number from {SuiteSession.NoiseBounds.Min} to {SuiteSession.NoiseBounds.Max}"))) ?? mix.Noise,
            Tempers = Weights(draft, map.ValueOf("tempers"), "tempers with weights", key =>
                draft.Known(key, "temper", [.. Enum.GetValues<Temper>().Select(SnakeCase.Of)]) is { } word
                    && SnakeCase.TryParse<Temper>(word, out var temper) ? (temper, true) : (default, false))
                ?? mix.Tempers,
            Interrupts = map.Number("interrupts", 0, 1) ?? mix.Interrupts,
            Cuts = map.Number("cuts", 0, 1) ?? mix.Cuts,
            Changes = map.Number("changes", 0, 1) ?? mix.Changes,
            Asides = map.Number("asides", 0, 1) ?? mix.Asides,
            Faults = map.Number("faults", 0, 1) ?? mix.Faults,
            Backchannels = map.Number("backchannels", 0, 1) ?? mix.Backchannels,
        };
    }

    private static (T Value, bool IsOne) Number<T>(
        ReadContext draft, YamlNode key, Func<string, T?> parse, string expected)
        where T : struct
    {
        if (parse(key.Text ?? "") is { } value)
        {
            return (value, true);
        }

        draft.Fail(key, $"found {YamlContext.Quote(key.Text ?? key.Kind)}; expected {expected}");
        return (default, false);
    }

    // Null where there is none, and the suite says nothing.
    private static List<(T Value, double Weight)>? Weights<T>(
        ReadContext draft, YamlNode? node, string expected, Func<YamlNode, (T Value, bool IsOne)> read)
    {
        if (node is null)
        {
            return null;
        }

        var before = draft.Context.Errors.Count;
        var weights = new List<(T, double)>();
        foreach (var (_, key, value) in draft.Entries(node, expected))
        {
            var weight = double.TryParse(value.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && number is >= 0 and <= HighestWeight ? number : (double?)null;
            if (weight is null)
            {
                draft.Fail(value, string.Create(CultureInfo.InvariantCulture,
                    $"found {YamlContext.Quote(value.Text ?? value.Kind)}; expected a weight from 0 to {HighestWeight}"));
            }

            if (read(key) is (var one, true) && weight > 0)
            {
                weights.Add((one, weight.Value));
            }
        }

        if (weights.Count == 0 && draft.Context.Errors.Count == before)
        {
            draft.Fail(node, $"found no weight above 0; expected {expected}");
        }

        return weights.Count == 0 ? null : weights;
    }
}
