using System.Text.Json;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Tools;

namespace Tollgate.Tests.Suites;

public class BriefDrawerTests
{
    [Fact]
    public void Draw_TheSameSeed_GivesTheSameCallers() =>
        Shown(Draw(40, 7)).ShouldBe(Shown(Draw(40, 7)));

    [Fact]
    public void Draw_AnotherSeed_GivesOtherCallers() =>
        Shown(Draw(40, 8)).ShouldNotBe(Shown(Draw(40, 7)));

    [Fact]
    public void Draw_More_BeginsWithTheSameCallers() =>
        Shown(Draw(40, 7))[..15].ShouldBe(Shown(Draw(15, 7)));

    [Fact]
    public void Draw_Names_CountAndSayTheFirstWish()
    {
        var sessions = Draw(12, 7);
        sessions.ShouldAllBe(session => session.Name.EndsWith("-" + session.Brief.Wishes[0].Name, StringComparison.Ordinal));
        sessions[11].Name.ShouldContain("-0012-");
        sessions.Select(session => session.Name).ShouldBeUnique();
    }

    // A run file holds names alone: in whatever order they are asked for, they are the callers that were drawn.
    [Fact]
    public void Find_ADrawnName_IsThatCaller()
    {
        var suite = Suite();
        var drawn = BriefDrawer.Draw(suite, 80, 7);
        foreach (var i in new[] { 40, 3, 79, 0, 40 })
        {
            Shown([suite.Find(drawn[i].Name).ShouldNotBeNull()]).ShouldBe(Shown([drawn[i]]));
        }

        suite.Find(drawn[3].Name + "x").ShouldBeNull();
        suite.Find("drawn-7-0004-no_such_wish").ShouldBeNull();
        suite.Find("drawn-7-0000-move_repair").ShouldBeNull();
        suite.Find("drawn-x-0001-move_repair").ShouldBeNull();
    }

    [Fact]
    public void Draw_Callers_CanAllBeMet()
    {
        var suite = Suite();
        foreach (var session in Draw(300, 7))
        {
            var store = new RecordStore(session.Tables, suite.Now);
            foreach (var call in session.ExpectedCalls)
            {
                var arguments = JsonSerializer.SerializeToElement(call.Arguments
                    .Where(argument => argument.Value.Example is not null)
                    .ToDictionary(argument => argument.Key, argument => argument.Value.Example));
                store.Run(suite.Tools[call.Tool], arguments).Changes.ShouldNotBeEmpty(session.Name);
            }

            Reachable(suite, session).ShouldBeTrue(session.Name);
        }
    }

    [Fact]
    public void Draw_Faults_BefallToolsOfTheWishes()
    {
        var faulty = Draw(200, 3).Where(session => session.Brief.Faults.Count > 0).ToList();
        faulty.ShouldNotBeEmpty();
        faulty.ShouldAllBe(session => session.Brief.Wishes.SelectMany(wish => wish.LooksUp.Concat(wish.Does))
            .Any(call => call.Tool == session.Brief.Faults[0].Tool));
    }

    [Fact]
    public void Draw_WishesThatExcludeEachOther_AreNeverOfOneCaller() =>
        Draw(200, 3).ShouldAllBe(session => !session.Brief.Wishes.Any(wish => wish.Name == "move_repair")
            || !session.Brief.Wishes.Any(wish => wish.Name == "cancel_repair"));

    [Fact]
    public void Draw_AThousandOfAShippedSuite_AreAllDifferent()
    {
        var suite = SuiteReader.Load(Path.Combine(SuiteFiles.Shipped(), "salon.yaml"));
        suite.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        var sessions = BriefDrawer.Draw(suite.Suite.ShouldNotBeNull(), 1000, 7);
        sessions.Select(Key).Distinct().Count().ShouldBe(1000);
    }

    [Fact]
    public void Draw_FromASuiteWithoutAPopulation_IsRefused() =>
        Should.Throw<ArgumentException>(() => BriefDrawer.Draw(Suite() with { Population = null }, 1, 1));

    private static bool Reachable(Suite suite, SuiteSession session)
    {
        var current = new HashSet<string> { session.StartsWith };
        foreach (var wish in session.Brief.ShouldNotBeNull().Wishes)
        {
            for (var i = 0; i < suite.Agents.Count; i++)
            {
                current.UnionWith(current.SelectMany(agent => suite.Agents[agent].HandsOverTo).ToList());
            }

            if (wish.Agents.Count > 0)
            {
                current.IntersectWith(wish.Agents);
            }
        }

        return current.Count > 0;
    }

    private static List<string> Shown(IReadOnlyList<SuiteSession> sessions) => [.. sessions.Select(session => string.Join(
        '|', session.Name, session.StartsWith, session.Noise, session.Brief.Temper, Key(session),
        string.Join('|', session.Brief.Wishes.Select(wish => wish.Opens))))];

    // Who calls, and what for.
    private static string Key(SuiteSession session) => string.Join('|', session.Brief.ShouldNotBeNull().Facts.Values
        .Concat(session.Brief.Wishes.SelectMany(wish => wish.Facts.Values)).Select(fact => $"{fact.Slot}={fact.Value}")
        .Concat(session.Brief.Wishes.Select(wish => wish.Name))
        .Concat(session.ExpectedCalls.SelectMany(call => call.Arguments.Values)
            .Select(value => value.Example?.GetRawText() ?? "")));

    private static IReadOnlyList<SuiteSession> Draw(int calls, ulong seed) => BriefDrawer.Draw(Suite(), calls, seed);

    private static Suite Suite() => SuiteReader.Read(SuiteFiles.Text("briefs.yaml"), "briefs.yaml").Suite.ShouldNotBeNull();
}
