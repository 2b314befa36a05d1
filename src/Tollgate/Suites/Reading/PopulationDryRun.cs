using Tollgate.Input;
using Tollgate.Statistics;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;

namespace Tollgate.Suites.Reading;

/// <summary>Whether the wishes of a suite can be met, and callers be drawn.</summary>
internal static class PopulationDryRun
{
    private const int Drawn = 50;
    private const int TriesWithEach = 3;
    private const int MaxTries = 300;

    /// <summary>Reports what is wrong.</summary>
    /// <returns>The agents that pick up in the calls that were drawn.</returns>
    public static IReadOnlyCollection<string> Check(ReadContext draft, PopulationDraft population, PopulationMix mix)
    {
        var before = draft.Context.Errors.Count;
        foreach (var wish in population.Wishes)
        {
            Check(draft, population, wish);
        }

        if (population.Kinds.Count == 0 || population.Wishes.Count == 0 || draft.Context.Errors.Count > before)
        {
            return [];
        }

        var sessions = BriefDrawer.Draw(population, mix, Drawn, 1, isTrial: true)
            .TakeWhile(session => session is not null).OfType<SuiteSession>().ToList();
        if (sessions.Count < Drawn)
        {
            draft.Fail(population.Kinds[0].At, "no caller can be drawn: none of the kinds of callers has a wish that an agent "
                + "who picks up can meet, or hand over to one who can; expected wishes and agents that go together");
        }

        return [.. sessions.Select(session => session.StartsWith)];
    }

    private static void Check(ReadContext draft, PopulationDraft population, WishTemplate wish)
    {
        Refusal? first = null;
        var tables = draft.Tables.ToDictionary(table => table.Key, table => table.Value.Table);
        var random = new RandomStream(1);
        var tries = 0;
        foreach (var kind in population.Kinds.Where(kind => wish.Callers.Contains(kind.Name)))
        {
            JsonElement?[] records = kind.Table is null ? [null]
                : [.. PopulationReader.RecordsOf(draft, tables, kind).Select(record => (JsonElement?)record)];
            foreach (var record in records.SelectMany(record => Enumerable.Repeat(record, TriesWithEach)))
            {
                if (++tries > MaxTries)
                {
                    break;
                }

                var own = population.Fresh();
                var stream = random.Fork((ulong)tries);
                var builder = new BriefBuilder(own, tables, kind, record, new Dictionary<string, YamlNode>(), stream);
                var refusal = builder.Refusal ?? builder.TryAdd(
                    new WishPlan(wish, wish.At) { Changes = wish.MayChange }, stream, null);
                draft.Context.Errors.AddRange(own.Context.Errors);
                if (own.Context.Errors.Count > 0)
                {
                    return;
                }

                if (refusal is null)
                {
                    CheckReached(draft, wish, builder);
                    return;
                }

                first ??= refusal;
            }
        }

        // Where no kind of callers could be read, that was said.
        if (first is not null)
        {
            draft.Fail(wish.At, $"no caller can have the wish `{wish.Name}`: {first.Message} (line {first.At.Line})");
        }
    }

    private static void CheckReached(ReadContext draft, WishTemplate wish, BriefBuilder builder)
    {
        if (!draft.Agents.Keys.Any(builder.IsReachable))
        {
            draft.Fail(wish.Map.KeyAt("hands_over_to"), $"no agent that can meet the wish `{wish.Name}` comes to "
                + $"{wish.HandsOverTo}, directly or through others; expected a handoff that leads there");
        }
    }
}
