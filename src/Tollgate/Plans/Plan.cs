using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Transport;

namespace Tollgate.Plans;

/// <summary>What is to be measured, and how: a YAML file or the flags of the command line.</summary>
internal sealed record Plan
{
    /// <summary>Whom to measure, at the same time. Not empty; names are unique.</summary>
    public required IReadOnlyList<Target> Targets { get; init; }

    public PlanLoad Load { get; init; } = new();

    /// <inheritdoc cref="LoadSettings.Requests"/>
    public long? Requests { get; init; }

    /// <inheritdoc cref="LoadSettings.For"/>
    public TimeSpan? For { get; init; }

    public WarmUp WarmUp { get; init; }

    public Timeouts Timeouts { get; init; } = Timeouts.Default;

    /// <summary>The most tokens of an answer, for prompts that do not say; null leaves it to the wire.</summary>
    public int? MaxTokens { get; init; }

    /// <summary>The sampling temperature, for prompts that do not say; null leaves it to the provider.</summary>
    public double? Temperature { get; init; }

    /// <summary>The one prompt to send; null where there is another source.</summary>
    public string? Prompt { get; init; }

    /// <summary>The file of prompts; null where there is another source.</summary>
    public string? PromptsFile { get; init; }

    /// <summary>
    /// How long written prompts are, where neither a prompt nor a file nor a trace says; tokens, 1 or more.
    /// </summary>
    public int PromptTokens { get; init; } = 200;

    /// <summary>Written prompts all start alike, so that caches of prompt prefixes hit.</summary>
    public bool SameStart { get; init; }

    /// <inheritdoc cref="ExchangeRequest.Cold"/>
    public bool Cold { get; init; }

    /// <inheritdoc cref="LoadSettings.Retry"/>
    public RetryRule? Retry { get; init; }

    /// <summary>Every random draw comes from it; null leaves the choice to whoever starts the run.</summary>
    public ulong? Seed { get; init; }

    /// <inheritdoc cref="LoadSettings.MaxInFlight"/>
    public int MaxInFlight { get; init; } = 10_000;

    public PlanLimits Limits { get; init; } = new(null, null, null);

    public TransportChoice Transport { get; init; }

    /// <inheritdoc cref="ExchangeRequest.KeepContent"/>
    public bool KeepContent { get; init; }

    /// <summary>The text of the file, secrets struck out; empty where the plan came from flags.</summary>
    public string GivenText { get; init; } = "";

    /// <summary>The variables of the environment that went into it, by their names.</summary>
    public IReadOnlyList<KeyValuePair<string, Secret>> Variables { get; init; } = [];
}
