using System.Reflection;
using Microsoft.Extensions.AI;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Plans;
using Tollgate.Runs;
using Tollgate.Scores.Outcomes;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Time;
using Tollgate.Transcripts;
using Tollgate.Workflows;
using Tollgate.Workflows.Recording;
using Tollgate.Workflows.Rehearsing;

#pragma warning disable RS0030 // A test's composition root: here the machine comes in.

namespace Tollgate.Extensions.AI;

/// <summary>Rehearses phone calls with agents that are chat clients.</summary>
public static class ChatClientRehearsal
{
    private static readonly string Version =
        typeof(ChatClientRehearsal).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion ?? "unknown";

    /// <summary>Holds the calls of a suite with an agent and scores what came of them.</summary>
    /// <param name="client">
    /// The agent's model. It gets the suite's instructions and tools; its calls of them are run against the suite's
    /// records, so a client that runs functions by itself must not stand around it.
    /// </param>
    /// <param name="suite">Who calls, and what they want.</param>
    /// <param name="options">Which calls, and how; null for all sessions once, in real time.</param>
    /// <param name="cancellationToken">Ends the calls in order; what was held until then comes back.</param>
    /// <exception cref="ArgumentException">An option makes no sense: its message says which.</exception>
    /// <exception cref="WorkflowException">The run file cannot be made.</exception>
    public static async Task<RehearsalResult> RehearseAsync(
        this IChatClient client, SuiteFile suite, RehearsalOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(suite);
        options ??= new RehearsalOptions();
        var target = TargetOf(client, options);
        var rehearsal = new Rehearsal(Settings(suite.Suite, target, options), suite.Text);
        var path = options.RunFile ?? Path.Combine(Path.GetTempPath(), $"tollgate-{Guid.NewGuid():N}.tollgate");
        try
        {
            await using var host = HostOf(client, target, options);
            var place = new RunPlace(path, TimeProvider.System, new RunOrigin { Version = Version })
            {
                Stop = cancellationToken,
            };
            var run = (await rehearsal.RunAsync(host, place)).OrThrow();
            return Read(run, options);
        }
        finally
        {
            if (options.RunFile is null)
            {
                File.Delete(path);
            }
        }
    }

    private static RehearsalResult Read(RehearsedRun run, RehearsalOptions options)
    {
        var (file, error) = RunFile.Open(run.Path);
        using (file)
        {
            IReadOnlyList<Transcript> transcripts =
            [
                .. (file ?? throw new IOException(error)).Sessions().Select(static session => session.Transcript)
                    .OrderBy(static transcript => transcript.SessionId),
            ];
            IReadOnlyList<SessionScore> scores =
            [
                .. run.Scores.Values.OrderBy(static score => score.SessionId),
            ];
            return new RehearsalResult(options.RunFile, options.Seed, run.End, scores, transcripts);
        }
    }

    private static IRunHost HostOf(IChatClient client, Target target, RehearsalOptions options)
    {
        var clients = new Dictionary<string, IChatClient> { [target.Name] = client };
        var axis = new MonotonicAxis(options.Time ?? TimeProvider.System);
        var exchanger = new ChatClientExchanger(clients, axis);
        return options.Time is { } time
            ? new VirtualHost(time, exchanger)
            : new RealTimeHost(exchanger, axis, "chat-client");
    }

    private static Target TargetOf(IChatClient client, RehearsalOptions options)
    {
        var metadata = client.GetService<ChatClientMetadata>();
        var model = metadata?.DefaultModelId ?? "agent";
        return new Target
        {
            Name = options.Name ?? model,
            Wire = metadata?.ProviderName ?? "chat-client",
            Url = metadata?.ProviderUri ?? new Uri("http://in-process.invalid"),
            Model = model,
        };
    }

    private static RehearsalSettings Settings(Suite suite, Target target, RehearsalOptions options)
    {
        Check(options.Repetitions >= 1, "Repetitions", "1 or more");
        Check(options.Concurrency >= 1, "Concurrency", "1 or more");
        Check(options.TimeScale >= 1, "TimeScale", "1 or more");
        Check(options.Noise, SuiteSession.NoiseBounds, "Noise");
        Check(options.Temperature, PlanBounds.Temperature, "Temperature");
        return new RehearsalSettings
        {
            Suite = suite,
            Sessions = Chosen(suite, options),
            Targets = [target],
            Seed = options.Seed,
            Repetitions = options.Repetitions,
            Concurrency = options.Concurrency,
            TimeScale = options.TimeScale,
            Noise = options.Noise,
            Temperature = options.Temperature,
            Timeouts = options.Timeouts,
            Retry = options.Retry,
            PostCall = options.PostCall,
        };
    }

    private static IReadOnlyList<SuiteSession> Chosen(Suite suite, RehearsalOptions options)
    {
        if (options.Calls is { } calls)
        {
            Check(calls is >= 1 and <= 10_000, "Calls", "1 to 10,000");
            Check(suite.Population is not null, "Calls", "none, since the suite has no callers to draw");
            Check(options.Sessions.Count == 0, "Calls", "none beside Sessions");
            return BriefDrawer.Draw(suite, calls, options.Seed);
        }

        return options.Sessions.Count == 0
            ? suite.Sessions
            : [.. options.Sessions.Select(name => suite.Find(name)
                ?? throw new ArgumentException($"The suite {suite.Name} has no session \"{name}\".", "options"))];
    }

    private static void Check(double? value, Between<double> bounds, string option) => Check(
        value is not { } given || bounds.Holds(given), option, FormattableString.Invariant($"{bounds.Min} to {bounds.Max}"));

    private static void Check(bool holds, string option, string expected)
    {
        if (!holds)
        {
            throw new ArgumentException($"{option}: expected {expected}.", "options");
        }
    }
}
