using Tollgate.Figures;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Measures;
using Tollgate.Measures.OfExchanges;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Definitions;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Gate;

public class RubricReaderTests
{
    // What stands in the good rubric, what is put there, the place and the sentence's heart; no place: nothing is
    // wrong.
    public static TheoryData<string, string, string, string> Bent => new()
    {
        { "confidence: 0.95|loss", "confidence: 95|loss", "3:13", "found 95; expected a number between 0.5 and 1, such as 0.95" },
        { "confidence: 0.95|loss", "confidence: 0.9|loss", "", "" }, // Right.
        { "loss_confidence: 0.99", "loss_confidence: 1", "4:18", "found 1; expected a number between 0.5 and 1" },
        { "confidence: 0.95|loss", "confidence: NaN|loss", "3:13", "found NaN; expected" },
        { "wins: 3", "wins: 5", "5:1", "found 5 wins of 4 criteria; expected 4 or fewer" },
        { "wins: 3", "wins: 4", "5:1", "found 4 wins, but only 3 of the 4 criteria may not be missing" },
        { "wins: 3", "wins: 0", "", "" }, // Right: limits and bad losses alone.
        { "wins: 3", "wins: -1", "5:7", "found \"-1\"; expected a whole number from 0" },
        { "wins: 3|", "", "1:1", "the rubric has no `wins`" },
        { "wins: 3", "winns: 3", "5:1", "the rubric has no key `winns`; did you mean `wins`?" },
        { "rubric: voice-agent", "rubric: voice agent", "1:9", "found \"voice agent\"; expected 1 to 64 letters, digits, _ and -" },
        { "about: A new model.", "about: \"\\e[2J\"", "2:8", "found a control character" },
        { "fewest: 150", "fewest: 400", "6:26", "found 312 sessions planned, fewer than the 400" },
        { "fewest: 150, ", "", "6:11", "the sessions have no `fewest`" },
        { "fewest: 150", "fewest: 0", "6:21", "expected a whole number from 2" },
        { "looks: once", "looks: oncee", "7:8", "expected once, obrien_fleming, pocock or always_valid" },
        { "looks: once", "looks: { design: pocock, at: [156, 312] }", "", "" }, // Right.
        { "looks: once", "looks: { design: pocock, at: [156, 300] }", "7:36", "the last look at 300 sessions, but 312 are planned" },
        { "looks: once", "looks: { design: pocock, at: [100, 312] }", "7:31", "a look at 100 sessions, fewer than the 150" },
        { "looks: once", "looks: { design: pocock, at: [312, 200, 312] }", "7:36", "a look at 200 sessions after one at 312" },
        { "looks: once", "looks: { design: pocock, at: [] }", "7:30", "found an empty list" },
        { "looks: once", "looks: { design: once, at: [312] }", "7:24", "the design once has no looks that are planned" },
        { "looks: once", "looks: { at: [312] }", "7:8", "the looks have no `design`" },
        { "measure: first_token_ms", "measure: frist_token_ms", "9:14", "there is no measure \"frist_token_ms\"; did you mean first_token_ms?" },
        { "measure: first_token_ms", "measure: sparkle", "9:14", "there is no measure \"sparkle\"; expected one of first_token_ms, " },
        { "measure: first_token_ms", "measure: tool_arguments", "9:14", "tool_arguments is a score; expected `score: tool_arguments`" },
        { "measure: first_token_ms", "measure: first_token_ms.p95", "9:14", "expected `measure: first_token_ms` with `statistic: p95`" },
        { "measure: first_token_ms", "measure: tool_argument", "9:14", "did you mean `score: tool_arguments`?" },
        { "score: tool_arguments", "score: tool_argumets", "16:12", "there is no score \"tool_argumets\"; did you mean tool_arguments?" },
        { "score: tool_arguments", "score: tool_arguments|    measure: wait_ms", "16:5", "found `measure` and `score`; expected exactly one" },
        { "score: tool_arguments", "name: arguments", "16:5", "found none of measure, score and number" },
        { "    statistic: p95|", "", "9:5", "first_token_ms has many values and the criterion has no `statistic`" },
        { "statistic: p95", "statistic: p97.5", "", "" }, // Right: any quantile.
        { "statistic: p95", "statistic: p100", "10:16", "found \"p100\"; expected p50" },
        { "statistic: p95", "statistic: p99.95", "10:16", "found \"p99.95\"; expected p50" },
        { "statistic: p95", "statistic: p0.5", "10:16", "found \"p0.5\"; expected p50" },
        { "statistic: p95", "statistic: median", "10:16", "found \"median\"; expected p50" },
        { "score: tool_arguments", "score: tool_arguments|    statistic: p95", "17:5", "tool_arguments is one value, a share over sessions; expected no `statistic`" },
        { "win: 10 %", "win: 10", "11:10", "found \"10\", which has no unit; expected 10% (of the baseline's value) or a time such as 50 ms" },
        { "win: 10 %", "win: 50 ms", "15:5", "a hope of 25 % beside a win of 50 ms; expected both in the same unit" },
        { "win: 10 %", "win: -10 %", "11:10", "found \"-10 %\", a margin with a sign; expected one without: `win` says by how much better" },
        { "bad_loss: 15 %", "bad_loss: -15 %", "12:15", "`bad_loss` says by how much worse" },
        { "win: 10 %", "win: NaN", "11:10", "found \"NaN\"; expected 10%" },
        { "win: 10 %", "win: NaN %", "11:10", "found \"NaN %\"; expected 10%" },
        { "win: 10 %", "win: 1e1 %", "11:10", "found \"1e1 %\"; expected 10%" },
        { "win: 10 %", "win: 100 %", "11:10", "first_token_ms cannot get better by all that it is; expected less than 100%" },
        { "bad_loss: 15 %", "bad_loss: 150 %", "", "" }, // Right: two and a half times as slow.
        { "bad_loss: 15 %", "bad_loss: 1500 %", "12:15", "expected at most 1000%" },
        { "bad_loss: 15 %", "bad_loss: 0 %", "12:15", "found \"0 %\"; expected a margin above zero" },
        { "bad_loss: 15 %", "bad_loss: 0.00001 us", "12:15", "expected a margin above zero" }, // Below a time's digits.
        { "win: 10 %", "win: 10 tokens", "11:10", "found \"10 tokens\", but first_token_ms is a time; expected" },
        { "    win: 10 %|", "", "9:5", "the criterion has no `win`" },
        { "win: 10 %", "win: [10]", "11:10", "found a list; expected 10%" },
        { "win: 1 point", "win: 2 %", "17:10", "found \"2 %\", which may mean a part of the baseline's share or of all; expected points" },
        { "win: 1 point", "win: 100 points", "17:10", "more than a share can change" },
        { "win: 1 point", "win: 0.02", "17:10", "found \"0.02\", which has no unit; expected points" },
        { "win: 1 point", "win: 8 points", "17:5", "a win of 8 points cannot be where the baseline is assumed to have 93 %" },
        { "win: 1 point", "win: 7 points", "", "" }, // Right: up to 100 %.
        { "at_most: 1.5 s", "at_most: 1.5", "13:14", "found \"1.5\", which has no unit; expected a time such as 800 ms" },
        { "at_most: 1.5 s", "at_most: 15 %", "13:14", "found \"15 %\", but first_token_ms is a time" },
        { "at_most: 1.5 s", "at_most: -1.5 s", "13:14", "without a sign" },
        { "at_most: 1.5 s", "at_most: 0 s", "13:5", "found a ceiling of 0 s, which nothing keeps" },
        { "at_most: 1.5 s", "at_most: 1.5 s|    at_least: 2 s", "14:5", "the floor of 2 s is above the ceiling of 1.5 s" },
        { "at_least: 90 %", "at_least: 101 %", "19:15", "expected a share from 0% to 100%, such as 95%" },
        { "at_least: 90 %", "at_least: 0.9", "19:15", "which has no unit; expected a share" },
        { "at_least: 90 %", "at_least: 90 points", "19:15", "expected a share" },
        { "hope: 25 %", "hope: 10 %", "15:5", "a hope of 10 %, which is no more than the win of 10 %" },
        { "hope: 25 %", "hope: 250 ms", "15:5", "expected both in the same unit" },
        { "win: 0.002 USD", "win: 0.002", "22:10", "has no unit; expected 10% (of the baseline's value) or an amount of money such as 0.002 USD" },
        { "win: 0.002 USD", "win: 0.002 EUR", "24:14", "found \"0.05 USD\" beside an amount in EUR; expected one currency" },
        { "win: 0.002 USD", "win: 2 ms", "22:10", "but cost_per_session is an amount of money" },
        { "measure: cost_per_session", "measure: tokens_per_second|    statistic: p50", "23:10", "is counted in tokens/s" },
        { "measure: cost_per_session", "score: tool_arguments", "21:5", "tool_arguments is a criterion twice; the first is in line 16" },
        { "win: 0.002 USD", "win: 0.002 USD|    name: tool_arguments", "21:5", "the name \"tool_arguments\" is there twice; the first is in line 16" },
        { "number: customer_rating", "number: goals", "25:13", "goals is a score that runs have of themselves" },
        { "number: customer_rating", "number: Customer rating", "25:13", "small letters, digits and _" },
        { "    better: higher|", "", "25:5", "the criterion has no `better`; expected lower or higher" },
        { "better: higher", "better: more", "26:13", "found \"more\"; expected lower or higher" },
        { "better: higher", "better: higher|    unit: percent", "27:11", "found \"percent\"; expected share or plain" },
        { "better: higher", "better: higher|    unit: share", "28:10", "found \"0.1\", which has no unit; expected points" },
        { "win: 0.1", "win: 0.1 stars", "27:10", "but customer_rating is a plain number" },
        { "win: 0.1", "win: 0.1|    at_least: -3.5", "", "" }, // Right: a rating may be below zero.
        { "at_least: 90 %", "unit: plain", "19:5", "a score has its own unit" },
        { "may_be_missing: not every team asks for it", "may_be_missing:", "29:20", "found nothing; expected a text" },
        { "session: greeting|", "session: greeting|    ending: failed|", "31:5", "found both `session` and `ending`" },
        { "    because: no model answers there|", "", "31:5", "found no reason; expected `because`" },
        { "ending: stopped", "ending: stoped", "33:13", "expected finished, off_script" },
        { "better: higher", "better: higher|    missing: leave_out", "", "" }, // Right.
        { "better: higher", "better: higher|    missing: worst|    worst: 0", "", "" }, // Right.
        { "better: higher", "better: higher|    missing: worst|    statistic: p10", "", "" }, // Right: worse than every value.
        { "better: higher", "better: higher|    missing: ignore", "27:14", "found \"ignore\"; expected refuse, leave_out or worst" },
        { "better: higher", "better: higher|    missing: worst", "27:5", "customer_rating is a mean, and no mean holds what is worse than every value; expected `worst`" },
        { "better: higher", "better: higher|    worst: 0", "27:5", "found a worst value without `missing: worst`; expected both or neither" },
        { "better: higher", "better: higher|    missing: worst|    worst: 3 stars", "28:12", "but customer_rating is a plain number" },
        { "at_least: 90 %", "missing: worst", "19:5", "runs hold tool_arguments themselves; expected `missing` with a number of your own alone" },
        { "better: higher", "better: higher|    missing: leave_out|  - number: customer_rating|    statistic: p10|    better: higher|    win: 0.1|    bad_loss: 5 %|  - number: another|    better: higher", "28:5", "customer_rating is judged by two criteria that differ in `better`, `missing` or `worst`" },
        { "looks: once", "looks: once|seed: 7", "", "" }, // Right.
        { "looks: once", "looks: once|seed: seven", "8:7", "found \"seven\"; expected a whole number from 0 to 9007199254740991" },
        { "looks: once", "looks: once|seed: 9007199254740992", "8:7", "expected a whole number from 0 to 9007199254740991" },
        { "ending: stopped", "session: greeting", "33:5", "the session greeting is left out twice" },
        { "ending: stopped", "ending: stopped|    why: so", "34:5", "has no key `why`" },
    };

    [Theory]
    [MemberData(nameof(Bent))]
    public void Read_ABentRubric_SaysWhereAndWhatAndWhatWasExpected(string found, string put, string place, string says)
    {
        var result = RubricReader.Read(RubricTexts.With(found, put), "r.yaml");
        (result.Rubric is null).ShouldBe(place.Length > 0);
        (result.Errors.Count > 0).ShouldBe(place.Length > 0, string.Join("\n", result.Errors));
        result.Errors.ShouldAllBe(error => !error.Message.Contains('\n'));
        if (place.Length > 0)
        {
            result.Errors.Select(error => error.ToString()).ShouldContain(
                error => error.StartsWith($"r.yaml:{place}: ") && error.Contains(says), string.Join("\n", result.Errors));
        }
    }

    [Fact]
    public void Read_MuchThatIsWrong_IsSaidAtOnceInTheFilesOrder()
    {
        var errors = RubricReader.Read("""
            rubric: a b
            confidence: 95
            criteria:
              - measure: frist_token_ms
                win: 3
              - score: goals
                win: 2 %
                bad_loss: 0 points
            """, "r.yaml").Errors;
        errors.Select(error => (error.Line, error.Column)).ShouldBe(
            [(1, 1), (1, 1), (1, 9), (2, 13), (4, 5), (4, 14), (7, 10), (8, 15)]);
    }

    [Theory]
    [InlineData("", "the file is empty; expected a rubric")]
    [InlineData("criteria: [", "the file is no YAML")]
    [InlineData("- 1", "found a list; expected the rubric")]
    [InlineData("rubric: a\nwins: 1\nsessions: {fewest: 2, planned: 2}\ncriteria: []", "found an empty list; expected a list of 1 to 50 criteria")]
    public void Read_NoRubric_IsOneSentence(string text, string says) =>
        RubricReader.Read(text, "r.yaml").Errors.Single().Message.ShouldStartWith(says);

    [Fact]
    public void Load_AFileThatIsNotThere_IsOneSentence() =>
        RubricReader.Load("no-such.yaml").Errors.Single().ToString()
            .ShouldBe("no-such.yaml: there is no file \"no-such.yaml\"; expected a rubric");

    [Fact]
    public void Read_TheGoodRubric_HasAllThatItSays()
    {
        var rubric = RubricTexts.Read(RubricTexts.Good);
        (rubric.Name, rubric.About, rubric.Confidence, rubric.LossConfidence).ShouldBe(("voice-agent", "A new model.", 0.95, 0.99));
        (rubric.Wins, rubric.MinSessions, rubric.PlannedSessions, rubric.InterimLooks).ShouldBe((3, 150, 312, LookDesign.Once));
        rubric.PlannedLooks.ShouldBe([312]);
        rubric.LeaveOut.ShouldBe(
        [
            new LeaveOut("greeting", null, "no model answers there"), new LeaveOut(null, SessionEnding.Stopped, "a person did it"),
        ]);
        rubric.Criteria.Select(one => one.Name).ShouldBe(
            ["first_token_ms.p95", "tool_arguments", "cost_per_session", "customer_rating"]);

        var (token, arguments, cost, rating) = (rubric.Criteria[0], rubric.Criteria[1], rubric.Criteria[2], rubric.Criteria[3]);
        token.Figure.ShouldBe(FigureCatalog.Find(FirstToken.Measure.Name)!.At(0.95)); // It is in the catalogue.
        (token.Win, token.BadLoss, token.ExpectedEffect).ShouldBe((new Margin(0.1, true), new Margin(0.15, true), new Margin(0.25, true)));
        (token.AtMost, token.AtLeast, token.Assume, token.Better).ShouldBe((1500, null, 600, BetterWhen.Lower));
        (arguments.Win, arguments.BadLoss, arguments.AtLeast).ShouldBe((new Margin(0.01, false), new Margin(0.03, false), 0.9));
        (cost.Win, cost.BadLoss, cost.AtMost, cost.Currency).ShouldBe((new Margin(0.002, false), new Margin(0.2, true), 0.05, "USD"));
        rating.Figure.ShouldBe(new Figure(FigureSource.Number, "customer_rating", FigureKind.Mean, FigureUnit.Plain) { HasQuantiles = true });
        (rating.Better, rating.Win, rating.MayBeMissing).ShouldBe((BetterWhen.Higher, new Margin(0.1, false), "not every team asks for it"));
    }

    // Margins of the same size in several units, and the figure that they are for.
    [Theory]
    [InlineData("measure: wait_ms, statistic: p50", "50 ms", 50)]
    [InlineData("measure: wait_ms, statistic: p50", "50ms", 50)]
    [InlineData("measure: wait_ms, statistic: p50", "0.05 s", 50)]
    [InlineData("measure: length_s, statistic: mean", "1.5 m", 90)]
    [InlineData("measure: length_s, statistic: mean", "500 ms", 0.5)]
    [InlineData("measure: tokens_per_second, statistic: p50", "3 tokens/s", 3)]
    [InlineData("measure: output_tokens, statistic: mean", "20 tokens", 20)]
    [InlineData("measure: cost_per_session", "0.002 EUR", 0.002)]
    [InlineData("measure: failures", "0.5 points", 0.005)]
    [InlineData("score: turns", "2", 2)]
    [InlineData("number: stars, better: higher, unit: share", "1 point", 0.01)]
    public void Read_AMargin_IsInTheFiguresUnit(string figure, string margin, double amount)
    {
        var rubric = RubricTexts.Read($"rubric: a\nwins: 1\nsessions: {{ fewest: 2, planned: 2 }}\ncriteria:\n  - {{ {figure}, win: {margin}, bad_loss: {margin} }}\n");
        rubric.Criteria.Single().Win.ShouldBe(new Margin(amount, false));
    }

    [Theory]
    [InlineData("once", 300, 100, new[] { 300 })]
    [InlineData("always_valid", 300, 100, new int[0])]
    [InlineData("obrien_fleming", 300, 100, new[] { 100, 200, 300 })]
    [InlineData("pocock", 301, 10, new[] { 101, 201, 301 })] // Rounded up.
    [InlineData("obrien_fleming", 312, 150, new[] { 150, 208, 312 })] // None below the fewest.
    [InlineData("obrien_fleming", 312, 250, new[] { 250, 312 })] // And none twice.
    public void Read_ADesignWithoutItsLooks_LooksAtThirds(string design, int planned, int fewest, int[] at) =>
        RubricTexts.Read(RubricTexts.With("looks: once", $"looks: {design}")
                .Replace("fewest: 150, planned: 312", $"fewest: {fewest}, planned: {planned}"))
            .PlannedLooks.ShouldBe(at);

    [Fact]
    public void Read_AKnownFigureWithAnotherDirection_TakesIt() => // Fewer refusals may be what a team wants.
        RubricTexts.Read(RubricTexts.With("score: tool_arguments", "score: needless_refusals|    better: higher"))
            .Criteria[1].Better.ShouldBe(BetterWhen.Higher);

    [Fact]
    public void Catalogue_EveryName_IsThereOnceAndEveryScoreIsInIt()
    {
        FigureCatalog.All.Select(figure => figure.Name).ShouldBeUnique();
        foreach (var type in typeof(ScoreCatalog).Assembly.GetTypes()
            .Where(static type => type.Namespace is "Tollgate.Scores.Kinds" && type.GetProperty("Definition") is not null))
        {
            var name = ((ScoreDefinition)type.GetProperty("Definition")!.GetValue(null)!).Name; // It was just found.
            FigureCatalog.Names(FigureSource.Score).ShouldContain(name);
        }

        FigureCatalog.Find("turns")!.Whole.ShouldBe( // It is a score.
            new Figure(FigureSource.Score, "turns", FigureKind.Mean, FigureUnit.Plain));
        FigureCatalog.Find("goodput")!.Better.ShouldBe(BetterWhen.Higher); // It is a measure.
    }
}
