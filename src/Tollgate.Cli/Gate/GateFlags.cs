using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Ledgers;
using Tollgate.Workflows.Judging;
using Tollgate.Workflows.Ledgers;

namespace Tollgate.Cli.Gate;

/// <summary>The flags of <c>tollgate gate</c>.</summary>
internal sealed class GateFlags
{
    private readonly Option<string> rubric = new("--rubric")
    {
        Description = "Rubric, published before the runs began.",
        HelpName = "FILE",
        Required = true,
    };
    private readonly Option<string[]> baseline = Runs(
        "--baseline", "The run of the model that takes the calls now; for a later look, all runs so far.");
    private readonly Option<string[]> candidate = Runs(
        "--candidate", "The run of the model that wants to, with the same suite, seed and load.");
    private readonly Option<string?> baselineTarget = Text(
        "--baseline-target", "TARGET", "Which target of the baseline's run, where it has several.");
    private readonly Option<string?> candidateTarget = Text(
        "--candidate-target", "TARGET", "Which target of the candidate's run, where it has several.");
    private readonly Option<string[]> numbers = Flag.Of<string[]>("--number", "NAME=BASELINE.csv,CANDIDATE.csv",
        "Number of your own: one CSV file per side, with the columns session and value. Repeatable.");
    private readonly Option<string> ledger = Flag.Of<string>("--ledger", "FILE",
        "The ledger.", byDefault: LedgerFile.Default);
    private readonly Option<bool> json = Flag.Switch("--json", "Print one JSON document.");
    private readonly Option<bool> markdown = Flag.Switch("--markdown", "Print Markdown, for a pull request.");
    private readonly Option<string?> markdownFile = Text("--markdown-file", "FILE", "Also write the Markdown to a file.");
    private readonly Option<string?> junit = Text("--junit", "FILE", "Write JUnit XML, for CI.");
    private readonly Option<string?> html = Text("--html", "FILE", "Write an HTML report.");
    private readonly Option<bool> selfTest = Flag.Switch("--self-test",
        "Compare the baseline with itself many times, and say how often it would have been adopted.");
    private readonly Option<ulong?> seed = new("--seed")
    {
        Description = "With --self-test: seed of all random draws (default: the baseline's seed).",
    };

    private readonly SignFlags sign = new();

    public void AddTo(Command command)
    {
        sign.AddTo(command);
        foreach (var option in (Option[])[
            rubric, baseline, candidate, baselineTarget, candidateTarget, numbers, ledger, json, markdown, markdownFile,
            junit, html, selfTest, seed, OutputFile.Force])
        {
            command.Options.Add(option);
        }
    }

    /// <summary>The key that signs the verdict, for the caller to dispose of; null where none is named.</summary>
    public (SigningKey? Key, string? Error) ReadKey(CommandContext context, ParseResult parsed) =>
        sign.Read(context, parsed);

    /// <summary>What is wanted; and what is wrong, a sentence each, where anything is.</summary>
    public (GateOptions Wishes, IReadOnlyList<string> Errors) Read(ParseResult parsed)
    {
        var errors = new List<string>();
        var wishes = new GateOptions
        {
            RubricFile = parsed.GetRequiredValue(rubric),
            Baseline = parsed.GetValue(baseline) ?? [],
            Candidate = parsed.GetValue(candidate) ?? [],
            BaselineTarget = parsed.GetValue(baselineTarget),
            CandidateTarget = parsed.GetValue(candidateTarget),
            Numbers = [.. (parsed.GetValue(numbers) ?? []).Select(text => Number(text, errors)).OfType<NumberFiles>()],
            LedgerFile = parsed.GetRequiredValue(ledger),
            Json = parsed.GetValue(json),
            Markdown = parsed.GetValue(markdown),
            MarkdownFile = parsed.GetValue(markdownFile),
            JUnitFile = parsed.GetValue(junit),
            HtmlFile = parsed.GetValue(html),
            SelfTest = parsed.GetValue(selfTest),
            Seed = parsed.GetValue(seed),
        };
        if (wishes.Baseline.Count == 0)
        {
            errors.Add("--baseline: is not given; expected the run of the model that takes the calls now");
        }

        if (wishes.SelfTest && wishes.Candidate.Count > 0)
        {
            errors.Add("--candidate: is given with --self-test; expected the baseline alone, which is held against itself");
        }

        if (!wishes.SelfTest && wishes.Candidate.Count == 0)
        {
            errors.Add("--candidate: is not given; expected the run of the model that wants to take the calls");
        }

        if (wishes.Seed is not null && !wishes.SelfTest)
        {
            errors.Add("--seed: is for --self-test alone; a verdict's draws come from the baseline's own seed, so that nobody can choose among several");
        }

        if (wishes.Json && wishes.Markdown)
        {
            errors.Add("--markdown: is given with --json; expected one of the two");
        }

        foreach (var again in wishes.Numbers.GroupBy(number => number.Name).Where(group => group.Count() > 1))
        {
            errors.Add($"--number: {again.Key} is given twice; expected each number once");
        }

        return (wishes, errors);
    }

    private static NumberFiles? Number(string text, List<string> errors)
    {
        if (text.Split('=', 2) is [{ Length: > 0 } name, var files]
            && files.Split(',') is [{ Length: > 0 } one, { Length: > 0 } other])
        {
            return new NumberFiles(name, one, other);
        }

        errors.Add($"--number: found \"{text}\"; expected NAME=BASELINE.csv,CANDIDATE.csv");
        return null;
    }

    private static Option<string[]> Runs(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "RUN",
        AllowMultipleArgumentsPerToken = true,
    };

    private static Option<string?> Text(string name, string what, string description) =>
        new(name) { HelpName = what, Description = description };
}
