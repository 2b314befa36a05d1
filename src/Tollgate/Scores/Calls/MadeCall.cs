using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Scores.Calls;

/// <summary>A call with its retries: the attempt that counts is the last.</summary>
internal sealed class MadeCall(int entry, ToolRan ran)
{
    public int Entry { get; private set; } = entry;

    /// <summary>The first attempt's entry.</summary>
    public int FirstEntry { get; } = entry;

    public ToolRan Ran { get; private set; } = ran;

    /// <summary>Undefined where they are no JSON.</summary>
    public JsonElement Arguments { get; private set; } =
        OutsideJson.Parse(ran.ArgumentsJson.Length == 0 ? "{}" : ran.ArgumentsJson) ?? default;

    public int Attempts { get; private set; } = 1;

    /// <summary>No attempt was answered.</summary>
    public bool HasFailed => Ran.Status is ToolStatus.TimedOut or ToolStatus.Failed;

    /// <summary>Whether it was answered is not known.</summary>
    public bool IsOpen => Ran.Status == ToolStatus.NotRecorded;

    /// <summary>It is no call of a tool of the agent's with arguments that the tool takes.</summary>
    public bool IsInvalid => Ran.Status is ToolStatus.UnknownTool or ToolStatus.BadArguments
        || Arguments.ValueKind != JsonValueKind.Object;

    public bool IsEmpty => Ran.Tool.Length == 0 || Arguments.ValueKind != JsonValueKind.Object
        || !Arguments.EnumerateObject().Any(static argument => argument.Value.ValueKind != JsonValueKind.Null);

    public void Retry(MadeCall later)
    {
        Entry = later.Entry;
        Ran = later.Ran;
        Arguments = later.Arguments;
        Attempts += later.Attempts;
    }
}
