using System.Text.RegularExpressions;
using Tollgate.Unicode;

namespace Tollgate.Transcripts.Formats;

/// <summary>What came of a tool call, from what the tool's message says.</summary>
internal static partial class ToolStatusText
{
    /// <param name="content">What the tool's message says.</param>
    /// <param name="isError">It is said beside the message that it is an error.</param>
    public static ToolStatus Of(string content, bool isError)
    {
        var error = Error(content) ?? (isError ? content : null);
        return error is null || NotFound().IsMatch(error) ? ToolStatus.Answered
            : TimedOut().IsMatch(error) ? ToolStatus.TimedOut
            : Unknown().IsMatch(error) ? ToolStatus.UnknownTool
            : Bad().IsMatch(error) ? ToolStatus.BadArguments
            : ToolStatus.Failed;
    }

    // What an answer says of an error; null where it says nothing of one. That nothing was found is an answer.
    private static string? Error(string content)
    {
        if (OutsideJson.Parse(content) is not { } answer)
        {
            return Failure().IsMatch(content) ? content : null;
        }

        if (answer.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        if (answer.TryGetProperty("error", out var error)
            && error.ValueKind is not (JsonValueKind.Null or JsonValueKind.False))
        {
            return content;
        }

        return answer.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.String
            && status.GetString() is "error" or "failed" or "timeout" or "timed_out" ? content : null;
    }

    [GeneratedRegex(@"^\s*(?:error\b|exception\b|timed? ?out\b|the tool (?:failed|timed out))", RegexOptions.IgnoreCase)]
    private static partial Regex Failure();

    [GeneratedRegex(@"not[ _]found|no[ _]such[ _](?!tool|function)", RegexOptions.IgnoreCase)]
    private static partial Regex NotFound();

    [GeneratedRegex(@"time[ds]?[ _-]?out", RegexOptions.IgnoreCase)]
    private static partial Regex TimedOut();

    [GeneratedRegex(@"unknown[ _](?:tool|function)|no[ _]such[ _](?:tool|function)", RegexOptions.IgnoreCase)]
    private static partial Regex Unknown();

    [GeneratedRegex(@"(?:bad|invalid|wrong)[ _]arguments?|schema", RegexOptions.IgnoreCase)]
    private static partial Regex Bad();
}
