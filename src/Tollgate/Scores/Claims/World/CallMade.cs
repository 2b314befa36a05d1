using Tollgate.Language.Words;
using Tollgate.Suites;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Scores.Claims.World;

/// <summary>A call as claims are held against it, with its answer once that is there.</summary>
internal sealed class CallMade
{
    private static readonly HashSet<string> Failures =
        ["failed", "error", "rejected", "denied", "declined", "refused", "timeout", "timed_out", "unavailable"];

    private static readonly List<string> Texts = ["note", "text", "message", "reason", "summary", "description", "topic"];

    private Known? asked;
    private Known? values;
    private Known? answered;

    public CallMade(string name, string argumentsJson, ClaimTool? tool, int turn)
    {
        Name = name;
        ArgumentsJson = argumentsJson;
        Turn = turn;
        Tool = tool;
        IsTransfer = Transfer.IsTransfer(name, out _);
        HasEffect = !IsTransfer && (tool?.HasEffect ?? !ActWords.Read(name));
        Arguments = OutsideJson.Parse(argumentsJson) is { ValueKind: JsonValueKind.Object } given
            ? [.. given.EnumerateObject()
                .Where(static one => one.Value.ValueKind != JsonValueKind.Null && one.Value.ToString().Length > 0)
                .Select(static one => one.Name)]
            : [];
        Acts = IsTransfer ? ActionKinds.Transfer | ActionKinds.Notify | ActionKinds.Note : ActWords.OfTool(name, tool);

        // A text that a person reads is a note.
        if (Arguments.Exists(static one => Texts.Exists(text => one.Contains(text, StringComparison.Ordinal))))
        {
            Acts |= ActionKinds.Note;
        }
    }

    /// <summary>The names of the arguments that it was given.</summary>
    public List<string> Arguments { get; }

    public string Name { get; }

    public string ArgumentsJson { get; }

    public ClaimTool? Tool { get; }

    /// <summary>How often the caller had spoken when it was made.</summary>
    public int Turn { get; }

    public bool IsTransfer { get; }

    public bool HasEffect { get; }

    public ActionKinds Acts { get; }

    /// <summary>The stems of what it is done to, by its name: "loaner" of reserve_loaner.</summary>
    public IEnumerable<string> Objects => ObjectsOf(Name);

    /// <summary>Its answer; empty until then.</summary>
    public string AnswerJson { get; private set; } = "";

    /// <summary>It was answered, and the answer says nothing of a failure.</summary>
    public bool Succeeded { get; private set; }

    /// <summary>It was answered, and nothing was found.</summary>
    public bool FoundNothing { get; private set; }

    /// <summary>The states of records that it answered with, in lower case.</summary>
    public List<string> States { get; } = [];

    /// <summary>What it answered with yes or no, by the stem of the field's name.</summary>
    public List<(string Stem, bool Value)> Flags { get; } = [];

    /// <summary>What it did is still to be settled by somebody: "pending", "awaiting acceptance".</summary>
    public bool IsPending { get; private set; }

    /// <summary>It did not answer in time, or the service failed: nothing is known.</summary>
    public bool GaveNoAnswer { get; private set; }

    /// <summary>The transcript does not hold its answer.</summary>
    public bool IsOpen { get; private set; }

    /// <inheritdoc cref="Objects"/>
    public static IEnumerable<string> ObjectsOf(string name) => name.Split('_').Skip(1).Select(Stems.Of);

    /// <summary>Whether its answer has the word, as a field or within a value.</summary>
    public bool AnswerHolds(string stem) => Tokens.Of(AnswerJson.Replace('_',
        ' ').Replace('"', ' ').Replace(':', ' ').Replace(',', ' '))
        .Exists(token => Stems.Of(token.Word) == stem);

    /// <summary>What it was asked.</summary>
    public Known Asked(DateTime now)
    {
        if (asked is null)
        {
            asked = new Known(now);
            asked.Answer(ArgumentsJson);
        }

        return asked;
    }

    /// <summary>What it was asked and what it answered.</summary>
    public Known Values(DateTime now)
    {
        if (values is null)
        {
            values = new Known(now);
            values.Learn(Asked(now));
            values.Learn(Answered(now));
        }

        return values;
    }

    /// <summary>What it answered.</summary>
    public Known Answered(DateTime now)
    {
        if (answered is null)
        {
            answered = new Known(now);
            answered.Answer(AnswerJson);
        }

        return answered;
    }

    public void Answer(string json, ToolStatus status)
    {
        AnswerJson = json;
        (values, answered) = (null, null);
        IsOpen = status == ToolStatus.NotRecorded;
        Succeeded = status is ToolStatus.Answered or ToolStatus.NotRecorded;
        GaveNoAnswer = status is ToolStatus.TimedOut or ToolStatus.Failed;
        if (OutsideJson.Parse(json) is { } answer)
        {
            Read(answer, depth: 0);
        }

        Succeeded &= !GaveNoAnswer;
    }

    private void Read(JsonElement value, int depth)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            FoundNothing |= depth <= 1 && value.GetArrayLength() == 0;
        }

        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        foreach (var field in value.EnumerateObject())
        {
            if (field.Value.ValueKind is JsonValueKind.True or JsonValueKind.False
                && field.Name is not ("ok" or "success" or "found" or "timeout" or "error"))
            {
                Flags.Add((Stems.Of(field.Name.ToLowerInvariant()), field.Value.ValueKind == JsonValueKind.True));
            }

            if (field.Value.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in field.Value.EnumerateArray())
                {
                    Read(item, depth + 1);
                }
            }

            var text = field.Value.ValueKind == JsonValueKind.String ? field.Value.GetString()!.ToLowerInvariant()
                : null;
            switch (field.Name.ToLowerInvariant())
            {
                case "found" or "count" or "total" or "matches" or "results":
                    FoundNothing |= field.Value.ValueKind == JsonValueKind.False
                        || (field.Value.ValueKind == JsonValueKind.Number && field.Value.GetRawText() == "0");
                    break;
                case "timeout" or "timed_out" when field.Value.ValueKind != JsonValueKind.False:
                    GaveNoAnswer = true;
                    break;
                case "error" or "errors" when field.Value.ValueKind is not (JsonValueKind.Null or JsonValueKind.False):
                    Succeeded = false;
                    FoundNothing |= text is not null && SaysUnknown(text);
                    GaveNoAnswer |= !FoundNothing && text is not null && SaysBroken(text);
                    break;
                case "ok" or "success" or "succeeded" when field.Value.ValueKind == JsonValueKind.False:
                    Succeeded = false;
                    break;
                case "status" or "state" or "result" or "outcome" when text is not null && depth > 0:
                    States.Add(text);
                    break;
                case "status" or "state" or "result" or "outcome" when text is not null:
                    States.Add(text);
                    Succeeded &= !Failures.Contains(text);
                    IsPending |= IsOpenState(text);
                    break;
                default:
                    FoundNothing |= depth == 0 && field.Value.ValueKind == JsonValueKind.Array
                        && field.Value.GetArrayLength() == 0;
                    break;
            }

            if (field.Value.ValueKind == JsonValueKind.Object)
            {
                Read(field.Value, depth + 1);
            }
        }
    }

    private static bool IsOpenState(string text) =>
        text.Contains("pending", StringComparison.Ordinal) || text.Contains("await", StringComparison.Ordinal)
        || text.Contains("review", StringComparison.Ordinal);

    private static bool SaysUnknown(string text) =>
        text.Contains("unknown", StringComparison.Ordinal) || text.Contains("not found", StringComparison.Ordinal)
        || text.Contains("not_found", StringComparison.Ordinal) || text.StartsWith("no ", StringComparison.Ordinal);

    private static bool SaysBroken(string text) =>
        text.Contains("time", StringComparison.Ordinal) || text.Contains("unavailable", StringComparison.Ordinal)
        || text.Contains("unreachable", StringComparison.Ordinal) || text.Contains("down", StringComparison.Ordinal)
        || text.Contains("gateway", StringComparison.Ordinal) || text.Contains("internal", StringComparison.Ordinal)
        || text.Contains("connect", StringComparison.Ordinal);
}
