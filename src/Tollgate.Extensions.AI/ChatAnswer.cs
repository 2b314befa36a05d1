using Microsoft.Extensions.AI;
using Tollgate.Exchanges;
using Tollgate.Transport;
using Tollgate.Unicode;

namespace Tollgate.Extensions.AI;

/// <summary>One exchange while its updates come.</summary>
internal sealed class ChatAnswer(ExchangeRequest request, StampSource stamp)
{
    private static readonly JsonSerializerOptions Compact =
        new(AIJsonUtilities.DefaultOptions) { WriteIndented = false };

    private readonly List<Arrival> arrivals = [];
    private readonly StringBuilder text = new();
    private readonly StringBuilder reasoning = new();
    private readonly List<ToolCall> calls = [];
    private long? sentNs;
    private long? firstNs;
    private UsageDetails? usage;
    private string? finishReason;
    private string? requestId;
    private string? model;

    /// <summary>The client has handed over something.</summary>
    public bool HasHeaders => firstNs is not null;

    public void Sent(long atNs) => sentNs = atNs;

    /// <summary>Takes an update.</summary>
    /// <returns>Whether it carried model output.</returns>
    public bool Take(ChatResponseUpdate update, long atNs)
    {
        firstNs ??= atNs;
        finishReason = update.FinishReason?.Value ?? finishReason;
        requestId ??= update.ResponseId;
        model ??= update.ModelId;
        var characters = 0;
        var kind = ArrivalKind.Reasoning;
        foreach (var content in update.Contents)
        {
            var (of, output) = Output(content);
            if (output.Length > 0)
            {
                // As on a wire: what comes together is one arrival, of the kind that says the most.
                kind = (ArrivalKind)Math.Max((byte)kind, (byte)of);
                characters += output.EnumerateRunes().Count();
                request.Watcher?.Arrived(atNs, of, Encoding.UTF8.GetBytes(output));
            }
        }

        if (characters == 0)
        {
            return false;
        }

        arrivals.Add(new Arrival(atNs, characters, kind, Coalesced: false, LagNs: 0));
        return true;
    }

    /// <summary>The stream came to its end.</summary>
    public Exchange Completed(long atNs)
    {
        if (arrivals.Count == 0)
        {
            return Failed(atNs, new Failure(
                FailureKind.EmptyAnswer, FailurePhase.Stream, "the stream ended in good order without any output"));
        }

        var exchange = Build(Outcome.Completed, atNs, null);
        return exchange with { Timeline = exchange.Timeline with { EndNs = atNs } };
    }

    public Exchange Failed(long atNs, Failure failure) => Build(Outcome.Failed, atNs, failure);

    public Exchange Cancelled(long atNs) => Build(Outcome.Cancelled, atNs, null);

    // What a piece of content adds to the model's output, and keeps of it.
    private (ArrivalKind Kind, string Output) Output(AIContent content)
    {
        switch (content)
        {
            case TextContent said:
                text.Append(said.Text);
                return (ArrivalKind.Text, WellFormed.Text(said.Text));
            case TextReasoningContent thought:
                reasoning.Append(thought.Text);
                return (ArrivalKind.Reasoning, WellFormed.Text(thought.Text));
            case FunctionCallContent call:
                var arguments = JsonSerializer.Serialize(
                    call.Arguments ?? new Dictionary<string, object?>(), Compact);
                calls.Add(new ToolCall(call.CallId, call.Name, arguments));
                return (ArrivalKind.Tool, WellFormed.Text(call.Name + (arguments == "{}" ? "" : arguments)));
            case UsageContent counted:
                (usage ??= new UsageDetails()).Add(counted.Details);
                return (ArrivalKind.Reasoning, "");
            default:
                return (ArrivalKind.Reasoning, "");
        }
    }

    private Exchange Build(Outcome outcome, long atNs, Failure? failure) => new()
    {
        Id = request.Id,
        Target = request.Target.Name,
        TaskId = request.TaskId,
        Turn = request.Turn,
        Attempt = request.Attempt,
        Warmup = request.Warmup,
        Outcome = outcome,
        Failure = failure,
        Usage = usage is null ? null : Counts(usage),
        FinishReason = finishReason,
        RequestId = requestId,
        AnsweredBy = model,
        Reply = request.KeepContent
            ? new Reply(WellFormed.Text(text.ToString()), WellFormed.Text(reasoning.ToString()), [.. calls])
            : Reply.Empty,
        Timeline = new Timeline
        {
            IntendedNs = request.IntendedNs,
            SentNs = sentNs,
            FirstByteNs = firstNs,
            HeadersNs = firstNs,
            OverNs = atNs,
            Arrivals = arrivals.ToArray(),
            Stamp = stamp,
        },
    };

    private static Usage Counts(UsageDetails counted)
    {
        var cached = counted.CachedInputTokenCount ?? 0;
        return new Usage(
            Math.Max(0, (counted.InputTokenCount ?? 0) - cached), cached, 0, counted.OutputTokenCount ?? 0,
            counted.ReasoningTokenCount ?? 0);
    }
}
