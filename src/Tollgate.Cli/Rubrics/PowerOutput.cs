using System.Text.Json.Nodes;
using Spectre.Console;
using Tollgate.Cli.Ledgers;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Power;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Cli.Rubrics;

/// <summary>How often a rule errs, and how often it sees what is there, in words and as JSON.</summary>
internal static class PowerOutput
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    public static void Give(CommandContext context, bool json, Rubric rubric, PowerReport report, string? run)
    {
        if (json)
        {
            LedgerText.WriteJson(
                context.Output, new { schema = 1, rubric = Document(rubric), power = Document(report, run) });
            return;
        }

        var console = context.NewConsole();
        console.WriteLine(run is null
            ? $"{rubric.Name}: the whole rule on simulated candidates, {rubric.PlannedSessions} pairs of sessions"
            : $"{rubric.Name}: the whole rule on candidates made of {run}'s own sessions, {rubric.PlannedSessions} pairs");
        console.WriteLine(Assumptions(rubric, report));
        foreach (var sentence in report.Assumed)
        {
            console.WriteLine(sentence);
        }

        console.WriteLine();
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("candidates").AddColumn(new TableColumn("adopted [[95 %]]").RightAligned())
            .AddColumn(new TableColumn("rejected").RightAligned()).AddColumn(new TableColumn("pairs").RightAligned());
        foreach (var rate in report.Rates)
        {
            table.AddRow(
                Markup.Escape(rate.Words), Markup.Escape(Share(rate.AdoptRate)),
                Percent(rate.RejectRate.Value) + " %", rate.MeanSessions.ToString("#,##0", Invariant));
        }

        console.Write(table);
        foreach (var line in Lines(report))
        {
            console.WriteLine(line);
        }
    }

    /// <summary>Which scripts the simulation draws, in one sentence.</summary>
    public static string Assumptions(Rubric rubric, PowerReport report)
    {
        var repeats = (double)rubric.PlannedSessions / report.Scripts;
        var size = $"{report.Scripts:#,##0} scripts x {repeats.ToString("0.#", Invariant)}";
        return (rubric.Claim, report.Spread) switch
        {
            (RubricClaim.TheseScripts, _) => $"{size}, the same ones each time: the claim is about these scripts.",
            (_, { } spread) => $"{size}, drawn anew each time; what is a script's own in the difference of two models has a spread of {spread.Logit.ToString("0.##", Invariant)} on the logit, and {(spread.Relative * 100).ToString("0.#", Invariant)}% for times and costs.",
            _ => $"{size}, drawn from the run's scripts; both sides are one model, so no script suits one of them better.",
        };
    }

    /// <summary>The two rates that are published with a rubric, and what they cost.</summary>
    public static IEnumerable<string> Lines(PowerReport report)
    {
        yield return $"false adopts: an equal candidate is adopted in {Share(report.Equal.AdoptRate)} of cases, one that is badly worse on one criterion in {Share(report.BadlyWorse.AdoptRate)}";
        if (report.AlmostAtTheMargin is { } almost)
        {
            yield return $"at the border: one that is {almost.Words} is adopted in {Share(almost.AdoptRate)} of cases";
        }

        yield return $"power: a candidate as good as hoped is adopted in {Share(report.Hoped.AdoptRate)} of cases";
        yield return $"sessions for 80 % power: {Size(report.SessionsFor80)}; for 90 %: {Size(report.SessionsFor90)}";
        foreach (var warning in report.Warnings)
        {
            yield return "mind: " + warning;
        }
    }

    /// <summary>The same as one object.</summary>
    public static JsonObject Document(PowerReport report, string? run)
    {
        var json = new JsonObject { ["sessions_from"] = run ?? "model", ["scripts"] = report.Scripts };
        if (report.Spread is { } spread)
        {
            json["script_spread_logit"] = spread.Logit;
            json["script_spread_relative"] = spread.Relative;
        }

        json["assumed"] = new JsonArray([.. report.Assumed]);
        json["rates"] = new JsonArray([.. report.Rates.Select(Document)]);
        json["sizes"] = new JsonArray([.. report.Sizes.Select(Document)]);
        AddShare(json, "false_adopt_rate", report.Equal.AdoptRate);
        AddShare(json, "bad_adopt_rate", report.BadlyWorse.AdoptRate);
        if (report.AlmostAtTheMargin is { } almost)
        {
            AddShare(json, "border_adopt_rate", almost.AdoptRate);
        }

        AddShare(json, "power", report.Hoped.AdoptRate);
        json["sessions_for_80"] = report.SessionsFor80;
        json["sessions_for_90"] = report.SessionsFor90;
        json["warnings"] = new JsonArray([.. report.Warnings]);
        return json;
    }

    public static void GiveSelfTest(
        CommandContext context, bool json, Rubric rubric, SideEvidence evidence, PowerRate rate)
    {
        var repeats = evidence.Sessions.GroupBy(session => session.Name).All(group => group.Count() > 1);
        var pairs = repeats
            ? "two repetitions of the same scripted session"
            : "any two sessions, since not every script was played twice";
        if (json)
        {
            LedgerText.WriteJson(context.Output, new
            {
                schema = 1,
                rubric = Document(rubric),
                baseline = evidence.Target,
                pairs_of = pairs,
                self_test = Document(rate),
            });
            return;
        }

        var console = context.NewConsole();
        console.WriteLine($"{evidence.Target} against itself, {rate.Trials:N0} times with {rate.Sessions:N0} pairs of {rate.Scripts:N0} scripts each: adopted in {Share(rate.AdoptRate)}, rejected in {Share(rate.RejectRate)} of cases.");
        console.WriteLine($"Each side was drawn from the run's own sessions; a pair is of {pairs}.");
        console.WriteLine("Adopted is wrong here, each time. Rejected is right where the rubric wants wins.");
    }

    private static object Document(Rubric rubric) => new { name = rubric.Name, digest = rubric.Digest };

    private static JsonObject Document(PowerRate rate)
    {
        var json = new JsonObject
        {
            ["candidates"] = rate.Scenario,
            ["sessions"] = rate.Sessions,
            ["scripts"] = rate.Scripts,
            ["mean_sessions"] = Math.Round(rate.MeanSessions, 1),
            ["trials"] = rate.Trials,
        };
        AddShare(json, "adopted", rate.AdoptRate);
        AddShare(json, "rejected", rate.RejectRate);
        return json;
    }

    private static void AddShare(JsonObject json, string name, Statistics.Estimate share)
    {
        json[name] = share.Value;
        json[name + "_ci"] = new JsonArray(share.Interval.Lower ?? 0, share.Interval.Upper ?? 1);
    }

    private static string Size(int? sessions) =>
        sessions is { } known ? "about " + known.ToString("#,##0", Invariant) : "none within reach";

    private static string Share(Statistics.Estimate share) =>
        $"{Percent(share.Value)} % [{Percent(share.Interval.Lower)}, {Percent(share.Interval.Upper)}]";

    private static string Percent(double? share) => ((share ?? 0) * 100).ToString("0.0#", Invariant);
}
