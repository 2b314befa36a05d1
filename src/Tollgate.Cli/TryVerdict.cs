using System.Globalization;
using Tollgate.Exchanges;
using Tollgate.Gate;
using Tollgate.Gate.Ledgers;
using Tollgate.Results;
using Tollgate.Results.Fitness;
using Tollgate.Runs;
using Tollgate.Sessions;
using Tollgate.Sessions.StandIns;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Server;

namespace Tollgate.Cli;

/// <summary>
/// The end of the story of <c>try</c>: the example rubric is published, two simulated models take the calls of a
/// shipped suite, and the gate says which of them may.
/// </summary>
internal static class TryVerdict
{
    public const string LedgerName = "try-ledger.jsonl";

    private const string RubricName = "regression.yaml";
    private const string RubricResource = "rubrics/" + RubricName;
    private const string Suite = "salon";
    private const int Repetitions = 12;

    // Both make the same mistakes at the same rates: what a simulated model gets wrong says nothing of a real one.
    private const string Mistakes = "wrong_value=0.04,fabrication=0.03";

    /// <summary>The rubric's file beside a run.</summary>
    public static string RubricBeside(string path) => Path.Combine(FolderOf(path), RubricName);

    /// <summary>
    /// The verdict; null where the calls were stopped, or a file cannot be written, which is then said.
    /// </summary>
    /// <param name="context">The machine.</param>
    /// <param name="profiles">The simulated models.</param>
    /// <param name="seed">Every random draw comes from it.</param>
    /// <param name="path">The measurement's run file: everything is put beside it.</param>
    /// <param name="baseline">The model that has the calls.</param>
    /// <param name="candidate">The model that wants them.</param>
    /// <param name="say">Tells how far it has come.</param>
    /// <param name="quiet">Shows no progress of the calls.</param>
    public static async Task<Verdict?> GiveAsync(
        CommandContext context, ProfileSet profiles, ulong seed, string path, string baseline, string candidate,
        Action<string> say, bool quiet)
    {
        var (result, suiteText) = ShippedSuites.Load(Suite);
        var suite = result.Suite!; // It comes with the program, and a test reads it.
        var rubricText = WithoutErrors(RubricText()) + Seeded(seed);
        var rubric = RubricReader.Read(rubricText, RubricName).Rubric!; // It comes with the program too.
        var ledger = new LedgerFile(Path.Combine(FolderOf(path), LedgerName), context.Time);
        say($"3/4  a rubric is published: {rubric.Wins} wins of {rubric.Criteria.Count} and no bad loss, digest {rubric.Digest[..12]} ...");
        var publication = await ledger.AppendAsync(
            (before, now) => PublicationChecks.InForce(before, rubric, RubricName, LedgerName).Entry is null
                ? before.Next(LedgerRubric.Of(rubric), now, null)
                : null,
            context.Stop);
        if (publication.Problem is { } unpublished)
        {
            context.WriteErrors(unpublished.Message);
            return null;
        }

        if (OutputFile.Write(RubricBeside(path), writer => writer.Write(rubricText)) is { } unwritten)
        {
            context.WriteErrors(unwritten);
            return null;
        }

        say($"4/4  {suite.Sessions.Count * Repetitions} phone calls with each of {baseline} and {candidate}, in virtual time ...");
        var settings = new RehearsalSettings
        {
            Suite = suite,
            Sessions = suite.Sessions,
            Targets = [Target(profiles, baseline), Target(profiles, candidate)],
            Seed = seed,
            Repetitions = Repetitions,
            StandIns = InjectionRates.Parse(Mistakes),
        };
        var calls = Path.Combine(FolderOf(path), Path.GetFileNameWithoutExtension(path) + "-calls.tollgate");
        using var registrar = new RunRegistrar(rubric, RubricName, ledger, 1, null);
        var (registration, unregistered) = await registrar.RegisterAsync(
            VirtualRehearsal.Registered("try", settings), context.Stop);
        if (unregistered is not null)
        {
            context.WriteErrors(unregistered.Message);
            return null;
        }

        var info = VirtualRehearsal.Describe(
            context, settings, suiteText, RehearseFlags.Resolved(settings), "virtual", StampSource.Virtual) with
        {
            Registration = registration,
        };
        var (end, error) = await VirtualRehearsal.RunAsync(context, settings, profiles, info, calls, quiet);
        if (error is not null || end is not { Valid: true, Reason: "finished" })
        {
            context.Diagnostics.WriteLine(error ?? "tollgate: the calls did not come to their end: there is no verdict.");
            return null;
        }

        var (file, unreadable) = RunFile.Open(calls);
        if (file is null)
        {
            context.WriteErrors(unreadable!); // Without a file there is a reason.
            return null;
        }

        using (file)
        {
            return await JudgeAsync(context, rubric, ledger, file, baseline, candidate, seed);
        }
    }

    private static async Task<Verdict?> JudgeAsync(
        CommandContext context, Rubric rubric, LedgerFile ledger, RunFile file, string baseline, string candidate,
        ulong seed)
    {
        var refusals = Comparable.Check([file], [file], baseline, candidate);
        var own = GateEvidence.Read([file], baseline, null, rubric.FigureNames).Evidence;
        var other = GateEvidence.Read([file], candidate, null, rubric.FigureNames).Evidence;
        if (refusals.Count > 0 || own is null || other is null)
        {
            context.WriteErrors(refusals);
            return null;
        }

        var verdict = Judge.Decide(rubric, own, other, [], seed, []);
        var (read, unread) = await ledger.ReadAsync(context.Stop);
        if (read is null)
        {
            context.WriteErrors(unread!.Message); // Without a ledger there is a problem.
            return null;
        }

        var runs = JudgedRuns.Of(read, rubric, [file], context.Time.GetUtcNow(), ledger.Path);
        if (runs.Refusals.Count > 0)
        {
            context.WriteErrors(runs.Refusals);
            return null;
        }

        verdict = verdict with { Record = runs.Record(LookHistory.Of(read, rubric, own, other), own, other) };
        var append = await ledger.AppendAsync(
            (before, now) => before.Next(runs.Entry(verdict), now, null), context.Stop);
        if (append.Entry is not { } entry)
        {
            context.WriteErrors(append.Problem!.Message); // Without an entry there is a problem.
            return null;
        }

        return JudgedRuns.Recorded(verdict, entry);
    }

    private static Target Target(ProfileSet profiles, string model) => new()
    {
        Name = model,
        Wire = "openai-chat",
        Url = new Uri("http://simulated.invalid"),
        Model = model,
        Price = profiles.Models[model].Price,
    };

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
        using var stream = typeof(TryVerdict).Assembly.GetManifestResourceStream(RubricResource)!;
        using var reader = new StreamReader(stream); // It is embedded.
        return reader.ReadToEnd();
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path)) ?? ".";
}
