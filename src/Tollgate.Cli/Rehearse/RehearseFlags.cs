using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Hosts;
using Tollgate.Cli.Shell;
using Tollgate.Cli.Suites;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Plans;
using Tollgate.Sessions;
using Tollgate.Sessions.CallerModels;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Oracles;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Transport;

namespace Tollgate.Cli.Rehearse;

/// <summary>The flags of a rehearsal.</summary>
internal sealed class RehearseFlags
{
    private readonly Argument<string> suite = new("SUITE")
    {
        Description = $"The suite: a YAML file, or {string.Join(", ", ShippedSuites.Names)}.",
    };

    private readonly RehearsedTargets whom = new();

    private readonly Option<string[]> sessions = Flag.Of<string[]>("--sessions", "NAME",
        "Sessions to play, by name or tag. Repeatable.");
    private readonly Option<int?> calls = Flag.Of<int?>("--calls", "N",
        "Number of callers to draw from the suite's population; every target gets the same ones.");
    private readonly Option<int> repeat = Flag.Of<int>("--repeat", "N",
        "Times to play each session, with different noise each time.", byDefault: 1);
    private readonly Option<int?> concurrency = Flag.Of<int?>("--concurrency -c", "N",
        "Concurrent calls per target (default: 8).");
    private readonly Option<string?> rate = Flag.Of<string?>("--rate", "RATE",
        "Start calls on schedule, such as 2/s, no matter how long the others take.");
    private readonly Option<double> timeScale = Flag.Of<double>("--time-scale --hurry", "X",
        "Speed up callers and tools by this factor; models take the time they take.", byDefault: 1);
    private readonly Option<double?> noise = Flag.Of<double?>("--noise", "X",
        "Word error rate of the recognizer, 0 to 0.5 (default: each session's own).");
    private readonly Option<string?> spoil = Flag.Of<string?>("--inject --spoil", "RATES",
        "Inject mistakes of simulated models at these rates, such as wrong_value=0.02,fabrication=0.1.");
    private readonly Option<string?> standIn = Flag.Of<string?>("--oracle --stand-in", "WHEN",
        "Tell the target the answers: auto (if it is `tollgate simulate` on this machine), on or off.");
    private readonly Option<double?> temperature = Flag.Of<double?>("--temperature", "X",
        "Sampling temperature, 0 to 2.");
    private readonly Option<string?> timeout = Flag.Of<string?>("--timeout", "TIME",
        "Maximum duration of an exchange.");
    private readonly Option<int?> retry = Flag.Of<int?>("--retry", "N", "Maximum attempts after 429, 503 or 529.");
    private readonly Option<bool> noPostCall = Flag.Switch("--no-post-call", "Skip the suite's post-call questions.");
    private readonly Option<ulong?> seed = Flag.Of<ulong?>("--seed", "N",
        "Seed of all random draws (default: 1; with --rubric, derived from the publication).");

    private readonly CallerFlags callers = new();

    private readonly RegistrationFlags registration = new();

    private readonly Option<string?> transport = Flag.Of<string?>("--transport", "NAME",
        "auto, direct or handler, as for `measure`.");
    private readonly Option<string?> output = Flag.Of<string?>("--out", "FILE",
        $"Run file to write (default: {RunFolder.Default}/rehearse-TIME.tollgate).");
    private readonly Option<string?> html = Flag.Of<string?>("--html", "FILE",
        "Write an HTML report with every transcript.");
    private readonly Option<bool> json = Flag.Switch("--json",
        "Print one JSON document and nothing else on standard output.");
    private readonly Option<bool> markdown = Flag.Switch("--markdown", "Print Markdown.");
    private readonly Option<bool> insecure = Flag.Switch("--insecure",
        "Skip TLS certificate validation (for your own servers).");
    private readonly Option<bool> quiet = Flag.Switch("--quiet -q", "Show no progress.");

    public void AddTo(Command command)
    {
        command.Add(suite);
        foreach (var option in (Option[])
        [
            .. whom.Options, sessions, calls, .. callers.Options, repeat, concurrency, rate, timeScale, noise, spoil,
            standIn, temperature, timeout, retry, noPostCall, seed, transport, output, html, json, markdown, insecure,
            quiet,
        ])
        {
            command.Add(option);
        }

        registration.AddTo(command);
    }

    public RehearseOptions Read(ParseResult parsed, CommandContext context)
    {
        var flags = new FlagReading(parsed);
        var path = parsed.GetRequiredValue(suite);
        var (read, suiteText) = ShippedSuites.Load(path);
        flags.Errors.AddRange(read.Errors);
        var simulated = whom.AreSimulated(parsed);
        var models = whom.Profiles(parsed, flags);
        var adjudicator = whom.Adjudicator(parsed, context, flags);
        var who = whom.Read(parsed, models, context, flags);
        var rates = InjectionRates(parsed, flags);
        var starts = Starts(parsed, flags);
        var limits = flags.Timeouts(timeout, Timeouts.Default);
        var callerModel = callers.Read(parsed, context.Environment, flags.Errors);
        if (callerModel?.Target is not null && simulated)
        {
            flags.Errors.Add(new InputError(
                "--caller-url", null, null, "is given without a target of your own; simulated models take their calls in virtual time, where no caller can be asked"));
        }

        var played = read.Suite is null ? [] : Chosen(parsed, read.Suite, flags);
        var settings = read.Suite is null || flags.Errors.Count > 0 || who.Count == 0
            ? null
            : new RehearsalSettings
            {
                Suite = read.Suite,
                Sessions = played,
                Targets = who,
                Seed = parsed.GetValue(seed) ?? 1,
                Repetitions = flags.InRange(repeat, 1, 100_000),
                Concurrency = flags.InRange(concurrency, 1, 10_000) ?? 8,
                Starts = starts,
                TimeScale = flags.InRange(timeScale, 1, 1_000),
                Noise = flags.InRange(noise, SuiteSession.NoiseBounds),
                Temperature = flags.InRange(temperature, PlanBounds.Temperature),
                Timeouts = limits,
                Retry = flags.InRange(retry, PlanBounds.Attempts) is > 1 and var attempts
                    ? new RetryRule { Attempts = attempts }
                    : null,
                PostCall = !parsed.GetValue(noPostCall),
                CallerModel = callerModel,
                Adjudicator = adjudicator,
                Oracles = simulated || KnowsAnswers(parsed, who, context, flags) ? new OracleFactory(rates) : null,
            };
        List<string> errors = [.. flags.Errors.Select(error => error.ToString())];
        return new RehearseOptions
        {
            Registrar = registration.Read(context, parsed, errors),
            Errors = errors,
            GivenSeed = parsed.GetValue(seed),
            DrawnCalls = parsed.GetValue(calls),
            Settings = settings,
            Profiles = simulated ? models : null,
            SuiteText = suiteText,
            Transport = Transport(parsed, flags),
            InputFiles = [path, .. whom.InputFiles(parsed), callers.Replayed(parsed)],
            Out = parsed.GetValue(output),
            Html = parsed.GetValue(html),
            Json = parsed.GetValue(json),
            Markdown = parsed.GetValue(markdown),
            Insecure = parsed.GetValue(insecure),
            Quiet = parsed.GetValue(quiet),
        };
    }

    private static List<SuiteSession> ChooseSessions(Suite suite, string[] wanted, Action<string> unknown)
    {
        if (wanted.Length == 0)
        {
            return [.. suite.Sessions];
        }

        // A drawn caller's name is enough to call him again.
        var drawn = new List<SuiteSession>();
        foreach (var name in wanted.Where(name =>
            !suite.Sessions.Any(session => session.Name == name || session.Tags.Contains(name))).Distinct())
        {
            if (suite.Find(name) is { } one)
            {
                drawn.Add(one);
            }
            else
            {
                unknown(name);
            }
        }

        var listed = suite.Sessions.Where(
            session => wanted.Contains(session.Name) || wanted.Any(session.Tags.Contains));
        return [.. listed, .. drawn];
    }

    private IReadOnlyList<SuiteSession> Chosen(ParseResult parsed, Suite read, FlagReading flags)
    {
        if (parsed.GetValue(calls) is null)
        {
            return Named(parsed, read, flags);
        }

        if (read.Population is null)
        {
            flags.Fail(calls, $"is given, and the suite {read.Name} has no callers to draw; expected --sessions or nothing");
            return [];
        }

        if (parsed.GetValue(sessions) is { Length: > 0 })
        {
            flags.Fail(calls, "is given with --sessions; expected one of them");
        }

        return BriefDrawer.Draw(read, flags.InRange(calls, 1, 10_000) ?? 1, parsed.GetValue(seed) ?? 1);
    }

    private List<SuiteSession> Named(ParseResult parsed, Suite read, FlagReading flags) => ChooseSessions(
        read, parsed.GetValue(sessions) ?? [], name =>
            flags.Fail(
                sessions,
                $"the suite has no session or tag \"{name}\"{Suggestions.Hint(name, read.Sessions.SelectMany(
                    session => session.Tags.Append(session.Name)).Distinct())}"));

    private InjectionRates InjectionRates(ParseResult parsed, FlagReading flags)
    {
        try
        {
            return parsed.GetValue(spoil) is { } text
                ? Simulator.Oracles.InjectionRates.Parse(text)
                : Simulator.Oracles.InjectionRates.None;
        }
        catch (FormatException e)
        {
            flags.Fail(spoil, e.Message);
            return Simulator.Oracles.InjectionRates.None;
        }
    }

    private bool KnowsAnswers(
        ParseResult parsed, IReadOnlyList<Target> who, CommandContext context, FlagReading flags)
    {
        switch (parsed.GetValue(standIn) ?? "auto")
        {
            case "on":
                return true;
            case "off":
                return false;
            case "auto":
                return who.All(target => SimulatorProbe.IsSimulator(target, context));
            case var other:
                flags.Fail(standIn, $"found \"{other}\"; expected auto, on or off");
                return false;
        }
    }

    private RateSchedule? Starts(ParseResult parsed, FlagReading flags)
    {
        if (parsed.GetValue(rate) is null)
        {
            return null;
        }

        if (parsed.GetValue(concurrency) is not null)
        {
            flags.Fail(rate, "is given with --concurrency; expected one of the two");
        }

        return flags.Rate(rate) is { } read ? new RateSchedule { Rate = read, Arrivals = Arrivals.Default } : null;
    }

    private TransportChoice Transport(ParseResult parsed, FlagReading flags)
    {
        var text = parsed.GetValue(transport) ?? "auto";
        if (Enum.TryParse<TransportChoice>(text, ignoreCase: true, out var choice) && !int.TryParse(text, out _))
        {
            return choice;
        }

        flags.Fail(transport, $"found \"{text}\"; expected auto, direct or handler");
        return TransportChoice.Auto;
    }
}
