using Tollgate.Gate.Reading;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Settings = System.Collections.Generic.IReadOnlyDictionary<string, System.Text.Json.JsonElement>;

namespace Tollgate.Results.Fitness;

/// <summary>What two runs differ in beside their targets: whole sentences.</summary>
internal static class RunDifferences
{
    private const string Virtual = "virtual";
    private const int MaxShownLength = 80;

    // What is compared in other words, or by what the run had and not by what was asked for.
    private static readonly string[] Elsewhere =
        ["targets", "seed", "transport", "suite", "suite_digest", "stand_in", "sessions"];

    /// <summary>In suite, load and all else that was asked for.</summary>
    public static IEnumerable<string> OfPlan(RunFile one, RunFile other)
    {
        var pair = $"{one.Path} and {other.Path}";
        if (OfSuite(one, other) is { } suites)
        {
            return [$"{pair}: {suites}"];
        }

        var first = RunConfigurationJson.Settings(one.Configuration);
        var second = RunConfigurationJson.Settings(other.Configuration);
        var transports = (one.Info.Transport, other.Info.Transport);
        return
        [
            .. transports.Item1 == transports.Item2 || IsAlike(one, other)
                ? Array.Empty<string>()
                : [$"{pair}: one run was over {Words(transports.Item1)} and the other over {Words(transports.Item2)}; expected the same."],
            .. KnewAnswers(one) == KnewAnswers(other)
                ? Array.Empty<string>()
                : [$"{pair}: simulated models that knew the answers took the calls of one run, and other models those of the other; expected the same."],
            .. Same(first, second, "sessions")
                ? Array.Empty<string>()
                : [$"{pair}: the runs played other sessions of the suite; expected the same."],
            .. first.Keys.Union(second.Keys).Except(Elsewhere).Where(key => !Same(first, second, key))
                .Select(key => $"{pair}: the runs differ in {key.Replace('_', ' ')}: {Shown(first, key)} against {Shown(second, key)}; expected the same."),
        ];
    }

    /// <summary>In the seed.</summary>
    public static IEnumerable<string> OfChance(RunFile one, RunFile other) => one.Info.Seed == other.Info.Seed
        ? []
        : [$"{one.Path} and {other.Path}: the runs have the seeds {one.Info.Seed} and {other.Info.Seed}; expected the same chance on both sides."];

    /// <summary>In the currency of the two targets' prices.</summary>
    public static IEnumerable<string> OfCurrency(RunFile one, string target, RunFile other, string otherTarget)
    {
        var (first, second) = (Currency(one, target), Currency(other, otherTarget));
        return first is null || second is null || first == second
            ? []
            : [$"{one.Path} and {other.Path}: the prices are in {first} and in {second}; expected one currency."];

        static string? Currency(RunFile run, string target) =>
            run.Info.Targets.FirstOrDefault(candidate => candidate.Name == target)?.Price?.Currency;
    }

    /// <summary>In the sessions, or tasks, that they have.</summary>
    public static IEnumerable<string> OfSessions(RunFile one, string target, RunFile other, string otherTarget)
    {
        if (OfSuite(one, other) is not null)
        {
            return [];
        }

        var (first, second) = (one.Held(target), other.Held(otherTarget));
        return
        [
            .. Missing(one, target, first, other, otherTarget, second),
            .. Missing(other, otherTarget, second, one, target, first),
        ];
    }

    private static IEnumerable<string> Missing(
        RunFile has, string target, SortedDictionary<long, string> held, RunFile lacks, string otherTarget,
        SortedDictionary<long, string> others)
    {
        var only = held.Where(session => others.GetValueOrDefault(session.Key) != session.Value).ToList();
        var (unit, hint) = has.Info.Suite is null ? ("task", "; --requests sets how many there are") : ("session", "");
        var some = only.Count == 1 ? $"1 {unit} is" : $"{only.Count} {unit}s are";
        return only.Count == 0
            ? []
            : [$"{some} with {target} in {has.Path} and not with {otherTarget} in {lacks.Path}, the first is {only[0].Value}; expected the same on both sides{hint}."];
    }

    private static string? OfSuite(RunFile one, RunFile other) => (one.Info.Suite, other.Info.Suite) switch
    {
        (null, null) => null,
        (null, _) or (_, null) => "one run is a rehearsal and the other is none; expected the same kind.",
        var (a, b) when a.Name != b.Name => $"the runs played the suites {a.Name} and {b.Name}; expected the same.",
        var (a, b) when a.Digest != b.Digest =>
            $"the runs played different versions of the suite {a.Name} (SHA-256 {Start(a.Digest)} and {Start(b.Digest)}); expected the same.",
        _ => null,
    };

    // Calls are heard alike over either kind of socket; where exchanges alone are measured, their stamps differ.
    private static bool IsAlike(RunFile one, RunFile other) => one.Info.Suite is not null
        && (one.Info.Transport == Virtual) == (other.Info.Transport == Virtual);

    private static string Words(string transport) =>
        transport == Virtual ? "virtual time" : $"sockets ({transport})";

    private static bool KnewAnswers(RunFile run) => run.Configuration is RehearseConfiguration { StandIn: not null };

    private static bool Same(Settings one, Settings other, string key) =>
        one.TryGetValue(key, out var a) && other.TryGetValue(key, out var b)
            ? JsonElement.DeepEquals(a, b)
            : one.ContainsKey(key) == other.ContainsKey(key);

    private static string Shown(Settings settings, string key)
    {
        var text = settings.TryGetValue(key, out var value) ? JsonSerializer.Serialize(value) : "none";
        return text.Length <= MaxShownLength ? text : text[..MaxShownLength] + "...";
    }

    private static string Start(string digest) => digest.Length <= 12 ? digest : digest[..12];
}
