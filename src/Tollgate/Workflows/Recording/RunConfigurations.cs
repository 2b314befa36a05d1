using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Plans;
using Tollgate.Runs.Configuration;
using Tollgate.Secrets;
using Tollgate.Sessions;
using Tollgate.Transport;

namespace Tollgate.Workflows.Recording;

/// <summary>
/// What run files say that a run was told to do: every default in its place, no keys, and variables by their names.
/// </summary>
internal static class RunConfigurations
{
    /// <summary>Of a load.</summary>
    public static MeasureConfiguration Of(Plan plan)
    {
        var secrets = new Redactor(plan.Variables.Select(static one => (one.Value.Reveal(), (string?)one.Key)));
        return new MeasureConfiguration
        {
            Targets = [.. plan.Targets.Select(target => Of(target, secrets))],
            Load = Of(plan.Load, secrets),
            Requests = plan.Requests,
            For = plan.For,
            WarmUp = plan.WarmUp,
            Timeouts = Of(plan.Timeouts),
            MaxTokens = plan.MaxTokens,
            Temperature = (decimal?)plan.Temperature,
            Prompt = secrets.RedactAny(plan.Prompt),
            Prompts = secrets.RedactAny(plan.PromptsFile),
            PromptTokens = plan.PromptTokens,
            SameStart = plan.SameStart,
            Cold = plan.Cold,
            Retry = Of(plan.Retry),
            Seed = plan.Seed,
            MaxInFlight = plan.MaxInFlight,
            Limits = new ConfiguredLimits(plan.Limits.FirstToken, plan.Limits.Gap, plan.Limits.Task),
            Transport = plan.Transport.ToString().ToLowerInvariant(),
            KeepContent = plan.KeepContent,
        };
    }

    /// <summary>Of a rehearsal.</summary>
    public static RehearseConfiguration Of(RehearsalSettings settings) =>
        new RehearseConfiguration
        {
            Suite = settings.Suite.Name,
            SuiteDigest = settings.Suite.Digest,
            Sessions = [.. settings.Sessions.Select(static session => session.Name)],
            Repeat = settings.Repetitions,
            Seed = settings.Seed,
            Concurrency = settings.Starts is null ? settings.Concurrency : null,
            RatePerSecond = settings.Starts?.MeanPerSecond,
            TimeScale = settings.TimeScale,
            Noise = settings.Noise,
            Temperature = settings.Temperature,
            Targets = [.. settings.Targets.Select(static target => Of(target, Redactor.None))],
            Timeouts = Of(settings.Timeouts),
            PostCall = settings.PostCall,
            Caller = settings.CallerModel is { } caller
                ? new ConfiguredCaller(
                    caller.Target?.Model, caller.Target?.Wire, caller.Target?.Url.Authority,
                    caller.Recorded.Count == 0 ? null : caller.Digest)
                : null,
            Adjudicator = settings.Adjudicator is { } other
                ? new ConfiguredModel(other.Model, other.Wire, other.Url.Authority)
                : null,
            StandIn = settings.Oracles?.Description,
            Retry = Of(settings.Retry),
        };

    private static ConfiguredTarget Of(Target target, Redactor secrets)
    {
        var own = TargetSecrets.Of(target);
        return new ConfiguredTarget
        {
            Name = secrets.Redact(target.Name),
            Wire = target.Wire,
            Url = secrets.Redact(own.AsWritten(PlainUrl.Of(target.Url))),
            Model = secrets.Redact(own.AsWritten(target.Model)),
            Region = secrets.RedactAny(target.Region),
            Tier = target.Tier is { } tier ? secrets.Redact(own.AsWritten(tier)) : null,
            TokenLimit = target.Request.TokenLimit,
            StreamOptions = target.Request.StreamOptions,
            Body = secrets.RedactAny(target.Request.BodyJson),
            End = target.End == StreamEnd.Marker ? null : target.End,
            Headers = target.Headers.Count == 0
                ? null
                : target.Headers.Keys.Select(secrets.Redact).Distinct().ToDictionary(
                    static name => name, static _ => "***"),
            Price = target.Price,
        };
    }

    private static ConfiguredLoad Of(PlanLoad load, Redactor secrets) =>
        load.TraceFile is { } trace
            ? new ConfiguredLoad
            {
                Trace = secrets.Redact(trace), Speed = load.Speed, From = load.From, For = load.For,
            }
        : load.Rate is { } rate
            ? ConfiguredLoad.Of(rate, load.Arrivals, load.Ramp)
        : new ConfiguredLoad { Concurrency = load.Concurrency ?? 1, Stagger = load.Stagger };

    private static ConfiguredTimeouts Of(Timeouts timeouts) =>
        new(timeouts.Connect, timeouts.FirstToken, timeouts.TokenGap, timeouts.Total);

    private static ConfiguredRetry? Of(RetryRule? retry) => retry is null ? null
        : new ConfiguredRetry(retry.Attempts, [.. retry.On.Order()], retry.Backoff, retry.MaxWait);
}
