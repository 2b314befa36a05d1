using Tollgate.Input;
using Tollgate.Statistics;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>
/// Draws callers from a suite's population. A caller depends on the seed and on its own number and those before it,
/// never on how many are drawn, so that every target gets the same ones.
/// </summary>
internal sealed class BriefDrawer
{
    private const int MaxTries = 100;
    private const int MaxCallers = 60;
    private const double WithTheRightAgent = 0.7;

    private static readonly string[] Murmurs = ["mhm", "uh-huh", "right", "okay", "yeah"];

    private readonly PopulationDraft population;
    private readonly PopulationMix mix;
    private readonly Dictionary<string, RecordTable> tables;
    private readonly Dictionary<string, IReadOnlyList<JsonElement>> records;
    private readonly ulong seed;
    private readonly RandomStream root;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly bool isTrial;
    private bool isExhausted;

    private BriefDrawer(PopulationDraft population, PopulationMix mix, ulong seed, bool isTrial)
    {
        this.isTrial = isTrial;
        this.population = population;
        this.mix = mix;
        this.seed = seed;
        tables = population.Suite.Tables.ToDictionary(table => table.Key, table => table.Value.Table);
        records = population.Kinds.ToDictionary(kind => kind.Name, kind =>
            PopulationReader.RecordsOf(population.Suite, tables, kind));
        root = new RandomStream(seed);
    }

    /// <summary>
    /// Draws callers. No two are the same in who calls and what for, as far as the suite has so many.
    /// </summary>
    /// <param name="suite">A suite with a population.</param>
    /// <param name="calls">How many; 0 or more.</param>
    /// <param name="seed">The same seed gives the same callers.</param>
    /// <exception cref="ArgumentException">The suite has no population.</exception>
    /// <exception cref="InvalidOperationException">
    /// No caller that can be met came up in many tries; suites of which that is so are not read.
    /// </exception>
    public static IReadOnlyList<SuiteSession> Draw(Suite suite, int calls, ulong seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(calls);
        if (suite.Population is not { } population)
        {
            throw new ArgumentException($"the suite {suite.Name} has no wishes from which callers could be drawn", nameof(suite));
        }

        return [.. population.Draw(calls, seed).Select(session => session
            ?? throw new InvalidOperationException($"no caller of the suite {suite.Name} can be drawn"))];
    }

    /// <summary>
    /// As above, with null for a caller who could not be drawn. A trial looks for no further callers once many tries in
    /// a row have found none.
    /// </summary>
    internal static IEnumerable<SuiteSession?> Draw(
        PopulationDraft draft, PopulationMix mix, int calls, ulong seed, bool isTrial = false)
    {
        var drawer = new BriefDrawer(draft, mix, seed, isTrial);
        return Enumerable.Range(1, calls).Select(drawer.DrawOne);
    }

    private SuiteSession? DrawOne(int number)
    {
        var stream = root.Fork((ulong)number);
        SuiteSession? last = null;
        for (var attempt = 0; attempt < MaxTries; attempt++)
        {
            if (Try(number, stream.Fork((ulong)attempt)) is var (session, key))
            {
                if (seen.Add(key) || (isTrial && isExhausted))
                {
                    return session;
                }

                last = session;
            }
        }

        isExhausted = true;
        return last;
    }

    private (SuiteSession Session, string Key)? Try(int number, RandomStream random)
    {
        var draft = population.Fresh();
        var kind = Pick(population.Kinds, kind => kind.Weight, random);
        var left = population.Wishes.Where(wish => wish.Callers.Contains(kind.Name)).ToList();
        if (left.Count == 0 || Caller(draft, kind, left, random) is not { } builder
            || StartOf(builder, random) is not { } start)
        {
            return null;
        }

        var count = Pick(mix.Wishes, one => one.Weight, random).Wishes;
        while (builder.Wishes.Count < count && left.Count > 0)
        {
            var wish = Pick(left, one => one.Weight, random);
            left.Remove(wish);
            builder.TryAdd(Plan(wish, random), random, start);
        }

        return draft.Context.Errors.Count > 0 ? null : (Talking(number, builder, start, random), builder.Key);
    }

    // The first wish is drawn by its weight, then somebody who can have it: what few can have is not rare for that.
    private BriefBuilder? Caller(ReadContext draft, CallerKind kind, List<WishTemplate> left, RandomStream random)
    {
        var wish = Pick(left, one => one.Weight, random);
        left.Remove(wish);
        JsonElement?[] all = kind.Table is null ? [null]
            : [.. records[kind.Name].Select(record => (JsonElement?)record)];
        random.Shuffle(all);
        foreach (var record in all.Take(MaxCallers))
        {
            var builder = new BriefBuilder(draft, tables, kind, record, new Dictionary<string, YamlNode>(), random);
            if (builder.Refusal is null && builder.TryAdd(Plan(wish, random), random, null) is null)
            {
                return builder.Wishes.Count > 0 ? builder : null;
            }
        }

        return null;
    }

    private WishPlan Plan(WishTemplate wish, RandomStream random) =>
        new(wish, wish.At) { Changes = wish.MayChange && random.NextDouble() < mix.Changes };

    private string? StartOf(BriefBuilder builder, RandomStream random)
    {
        var reachable = population.Suite.Agents.Keys.Where(builder.IsReachable).ToList();
        if (mix.StartsWith.Count > 0)
        {
            var stated = mix.StartsWith.Where(one => reachable.Contains(one.Agent)).ToList();
            return stated.Count == 0 ? null : Pick(stated, one => one.Weight, random).Agent;
        }

        var able = builder.Wishes[0].Wish.Agents is { Count: > 0 } agents
            ? reachable.Intersect(agents).ToList()
            : reachable;
        var others = reachable.Except(able).ToList();
        var from = others.Count == 0 || (able.Count > 0 && random.NextDouble() < WithTheRightAgent) ? able : others;
        return from.Count == 0 ? null : from[random.Next(from.Count)];
    }

    private SuiteSession Talking(int number, BriefBuilder builder, string start, RandomStream random)
    {
        bool Happens(double share) => random.NextDouble() < share;
        var tools = builder.Wishes.SelectMany(wish => wish.LooksUp.Concat(wish.Does)).Select(call => call.Call.Tool)
            .Distinct().ToList();
        var brief = new Brief
        {
            Wishes = [],
            Asides = Happens(mix.Asides) && population.Asides.Count > 0
                ? [population.Asides[random.Next(population.Asides.Count)]]
                : [],
            Temper = Pick(mix.Tempers, one => one.Weight, random).Temper,
            Interrupts = Happens(mix.Interrupts) ? [random.Next(8, 26)] : [],
            Cuts = Happens(mix.Cuts)
                ? [new Cut(random.Next(2, 7), population.Suite.Voice.Endpointing + TimeSpan.FromMilliseconds(
                    100 * random.Next(3, 10)), random.NextDouble() < 0.25)]
                : [],
            Backchannel = Happens(mix.Backchannels) ? Murmurs[random.Next(Murmurs.Length)] : null,
            Faults = Happens(mix.Faults) && tools.Count > 0
                ? [new ToolFault(tools[random.Next(tools.Count)], Enum.GetValues<ToolFaultKind>()[
                    random.Next(Enum.GetValues<ToolFaultKind>().Length)], 1)]
                : [],
        };
        var noise = Pick(mix.Noise, one => one.Weight, random).Rate;
        var name = DrawnCallers.NameOf(seed, number, builder.Wishes[0].Wish.Name);
        return builder.Build(name, brief, new Dictionary<string, string>()) with
        {
            About = string.Join(' ', builder.Wishes.Select(wish => wish.Wish.About).Where(about => about.Length > 0)),
            StartsWith = start,
            Noise = noise,
            Line = builder.Line,
        };
    }

    private static T Pick<T>(IReadOnlyList<T> of, Func<T, double> weight, RandomStream random)
    {
        var at = random.NextDouble() * of.Sum(weight);
        foreach (var one in of)
        {
            at -= weight(one);
            if (at < 0)
            {
                return one;
            }
        }

        return of[^1];
    }
}
