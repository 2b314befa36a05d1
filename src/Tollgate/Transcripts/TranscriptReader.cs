using System.Text.Json;

namespace Tollgate.Transcripts;

/// <summary>
/// Reads transcripts from JSON lines: one session a line, with <c>session</c> and <c>messages</c> in the form of Chat
/// Completions (<c>role</c>, <c>content</c>, <c>tool_calls</c>, <c>tool_call_id</c>), and where they are known
/// <c>suite</c>, <c>target</c>, <c>ended</c>, and <c>at_ms</c> and <c>until_ms</c> of each message, in milliseconds
/// since the agent picked up. What <see cref="TranscriptWriter"/> writes is read as well. Pure.
/// </summary>
public static class TranscriptReader
{
    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    public static TranscriptReadResult Read(string text, string file)
    {
        ArgumentNullException.ThrowIfNull(text);
        var transcripts = new List<Transcript>();
        var errors = new List<TranscriptError>();
        foreach (var (index, raw) in text.TrimStart('\uFEFF').Split('\n').Index())
        {
            var line = raw.Trim();
            if (line.Length == 0)
            {
                continue;
            }

            var wrong = new List<string>();
            try
            {
                var session = ReadLine(JsonElement.Parse(line), wrong);
                if (session is not null && wrong.Count == 0)
                {
                    transcripts.Add(session);
                }
            }
            catch (JsonException)
            {
                wrong.Add("the line is no JSON; expected an object with `session` and `messages`");
            }

            errors.AddRange(wrong.Select(message => new TranscriptError(file, index + 1, message)));
        }

        if (transcripts.Count == 0 && errors.Count == 0)
        {
            errors.Add(new TranscriptError(file, 1, "the file holds no transcript; expected one a line"));
        }

        return new TranscriptReadResult(transcripts, errors);
    }

    private static Transcript? ReadLine(JsonElement line, List<string> wrong)
    {
        if (line.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"found {Shown(line)}; expected an object with `session` and `messages`");
            return null;
        }

        var session = Text(line, "session", wrong);
        if (session is null && wrong.Count == 0)
        {
            wrong.Add("found no `session`; expected the name of one of the suite's sessions");
        }

        var ending = SessionEnding.Finished;
        if (Text(line, "ended", wrong) is { } ended
            && !Enum.TryParse(ended.Replace("_", "", StringComparison.Ordinal), ignoreCase: true, out ending))
        {
            wrong.Add($"found \"{ended}\" for `ended`; expected finished, off_script, bounded, hung_up, failed or stopped");
        }

        if (!line.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array)
        {
            wrong.Add("found no list of `messages`; expected a list of objects with `role` and `content`");
            return null;
        }

        var reader = new MessageReader(wrong);
        foreach (var (index, message) in messages.EnumerateArray().Index())
        {
            reader.Read(message, $"messages[{index}]");
        }

        return new Transcript
        {
            Suite = Text(line, "suite", wrong) ?? "",
            Session = session ?? "",
            Target = Text(line, "target", wrong) ?? "",
            Ending = ending,
            Entries = reader.Entries,
            LengthNs = reader.LengthNs,
            PostCall = Text(line, "post_call", wrong) is { } json ? new PostCallAnswer(json, 0) : null,
        };
    }

    internal static string? Text(JsonElement json, string key, List<string> wrong)
    {
        if (!json.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            return value.GetString();
        }

        wrong.Add($"found {Shown(value)} for `{key}`; expected a text");
        return null;
    }

    internal static string Shown(JsonElement value)
    {
        var raw = value.GetRawText();
        return raw.Length <= 40 ? raw : raw[..40] + "...";
    }
}
