using Tollgate.Cli.Rehearse;
using Tollgate.Cli.Shell;
using Tollgate.Cli.Suites;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Simulator.Oracles;
using Tollgate.Workflows.Ledgers;
using Tollgate.Workflows.Publishing;
using Tollgate.Workflows.Trying;

namespace Tollgate.Cli.Try;

/// <summary>
/// The end of the story of <c>try</c>, and its telling: the example rubric is published, two simulated models take the
/// calls of a shipped suite, and the gate says which of them may. Everything is put beside the measurement's run file.
/// </summary>
internal sealed class TryStory(CommandContext context, bool isTold, string path)
{
    public const string LedgerName = "try-ledger.jsonl";

    private const string RubricName = "regression.yaml";
    private const string RubricResource = "rubrics/" + RubricName;
    private const string Suite = "salon";
    private const int Repetitions = 12;

    // Both make the same mistakes at the same rates: what a simulated model gets wrong says nothing of a real one.
    private const string Mistakes = "wrong_value=0.04,fabrication=0.03";

    private readonly string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";

    /// <summary>The rubric's file.</summary>
    public string RubricFile => Path.Combine(folder, RubricName);

    /// <summary>Says how far it has come, where somebody watches.</summary>
    public void Tell(string line)
    {
        if (isTold)
        {
            context.Diagnostics.WriteLine(line);
        }
    }

    /// <summary>
    /// The verdict; null where the calls were stopped, or a file cannot be written, which is then said.
    /// </summary>
    /// <param name="trial">The models.</param>
    /// <param name="seed">Every random draw comes from it.</param>
    public async Task<Verdict?> JudgeAsync(Trial trial, ulong seed)
    {
        var (result, suiteText) = ShippedSuites.Load(Suite);
        var suite = result.Suite!; // It comes with the program, and a test reads it.
        var rubricText = WithoutErrors(RubricText()) + Seeded(seed);
        var rubric = RubricReader.Read(rubricText, RubricName).Rubric!; // It comes with the program too.
        var ledger = new LedgerFile(Path.Combine(folder, LedgerName), context.Time);
        Tell($"3/4  a rubric is published: {rubric.Wins} wins of {rubric.Criteria.Count} and no bad loss, digest {rubric.Digest[..12]} ...");
        var published = await RubricStatus.PublishAsync(rubric, RubricName, ledger, key: null, context.Stop);
        if (published.Problem is { } unpublished)
        {
            context.WriteErrors(unpublished);
            return null;
        }

        if (OutputFile.Write(RubricFile, writer => writer.Write(rubricText)) is { } unwritten)
        {
            context.WriteErrors(unwritten);
            return null;
        }

        Tell($"4/4  {suite.Sessions.Count * Repetitions} phone calls with each of {Trial.Baseline} and {Trial.Candidate}, in virtual time ...");
        var judged = await trial.JudgeAsync(
            new TrialCalls
            {
                Suite = suite,
                SuiteText = suiteText,
                Repetitions = Repetitions,
                Oracles = new OracleFactory(InjectionRates.Parse(Mistakes)),
                Rubric = rubric,
                RubricFile = RubricName,
                LedgerFile = ledger.Path,
            },
            context.PlaceOf(Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + "-calls.tollgate")),
            RehearsalView.Of(context, quiet: !isTold));
        if (judged.Problem is { } problem)
        {
            context.WriteErrors(problem);
        }

        return judged.Value;
    }

    // The rubric names the seed itself: one seed gives one story, whenever it is told.
    private static string Seeded(ulong seed) =>
        string.Create(CultureInfo.InvariantCulture, $"\n# Of the calls, so that `try` tells the same story again.\nseed: {seed}\n");

    // How the scores err was measured on a real model's words; simulated ones say what the scores know.
    private static string WithoutErrors(string rubric) => rubric.Replace(
        "score_errors: measured",
        "# Not here: they were measured on a real model, and simulated ones say nothing that the scores do not know.\nscore_errors: ignored",
        StringComparison.Ordinal);

    private static string RubricText()
    {
        using var stream = typeof(TryStory).Assembly.GetManifestResourceStream(RubricResource)!;
        using var reader = new StreamReader(stream); // It is embedded.
        return reader.ReadToEnd();
    }
}
