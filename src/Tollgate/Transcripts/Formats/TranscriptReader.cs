using Tollgate.Unicode;

namespace Tollgate.Transcripts.Formats;

/// <summary>
/// Reads transcripts that were recorded elsewhere, one JSON object a line or a list of them: <c>session</c>, the name
/// of a scripted session; <c>messages</c> in the form of Chat Completions, of Anthropic's Messages or as items of
/// Responses, and where they are known <c>suite</c>, <c>target</c>, <c>ended</c>, and <c>at_ms</c> and <c>until_ms</c>
/// of each message, in milliseconds since the agent picked up. What <see cref="TranscriptWriter"/> writes is read as
/// well. Pure.
/// </summary>
internal static class TranscriptReader
{
    // What a request or an export says beside its messages.
    private static readonly string[] LineKeys =
    [
        "session", "messages", "suite", "target", "ended", "post_call", "system", "tools", "functions", "tool_choice",
        "response_format", "instructions",
    ];

    /// <param name="text">The file's text.</param>
    /// <param name="file">Its name, for messages.</param>
    public static TranscriptReadResult Read(string text, string file)
    {
        var transcripts = new List<Transcript>();
        var errors = new List<TranscriptError>();
        var notes = new List<TranscriptError>();
        foreach (var (line, place, json) in Documents(text.TrimStart('\uFEFF')))
        {
            var wrong = new List<string>();
            string? note = null;
            if (json is not { } document)
            {
                wrong.Add("the line is no JSON; expected an object with `session` and `messages`");
            }
            else if (ReadDocument(document, place, wrong, out note) is { } transcript && wrong.Count == 0)
            {
                transcripts.Add(transcript);
            }

            errors.AddRange(wrong.Select(message => new TranscriptError(file, line, message)));
            if (note is not null && wrong.Count == 0)
            {
                notes.Add(new TranscriptError(file, line, note));
            }
        }

        if (transcripts.Count == 0 && errors.Count == 0)
        {
            errors.Add(new TranscriptError(file, 1, "the file holds no transcript; expected one a line"));
        }

        return new TranscriptReadResult(transcripts, errors) { Notes = notes };
    }

    // A line each; or one document of several lines, which is a transcript or a list of them.
    private static IEnumerable<(int Line, string Place, JsonElement? Json)> Documents(string text)
    {
        if (Whole(text) is { } whole)
        {
            return whole.ValueKind == JsonValueKind.Array
                ? whole.EnumerateArray().Select((one, index) =>
                    (1, string.Create(CultureInfo.InvariantCulture, $"[{index}]"), (JsonElement?)one))
                : [(1, "", whole)];
        }

        return text.Split('\n').Select(static (raw, index) => (index + 1, raw.Trim()))
            .Where(static line => line.Item2.Length > 0)
            .Select(static line => (line.Item1, "", OutsideJson.Parse(line.Item2)));
    }

    private static JsonElement? Whole(string text)
    {
        var start = text.AsSpan().TrimStart();
        var line = start[..(start.IndexOf('\n') is var end and >= 0 ? end : start.Length)].Trim();
        return line is "[" or "{" || (line.StartsWith('[') && line is not "[]") ? OutsideJson.Parse(text) : null;
    }

    private static Transcript? ReadDocument(JsonElement json, string place, List<string> wrong, out string? note)
    {
        note = null;
        if (json.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"found {JsonFields.Shown(json)}; expected an object with `session` and `messages`");
            return null;
        }

        var line = new JsonFields(json, place, wrong);
        if (!line.Has("session"))
        {
            line.Fail("found no `session`; expected the name of one of the suite's sessions");
        }

        if (line.Value("messages") is not { ValueKind: JsonValueKind.Array } messages)
        {
            line.Fail("found no list of `messages`; expected a list of objects with `role` and `content`");
            return null;
        }

        line.CheckKeys(LineKeys);
        var reader = new MessageReader(wrong);
        foreach (var (index, message) in messages.EnumerateArray().Index())
        {
            reader.Read(message, string.Create(
                CultureInfo.InvariantCulture, $"{place}{(place.Length > 0 ? "." : "")}messages[{index}]"));
        }

        note = reader.Unanswered;
        return new Transcript
        {
            Suite = line.Text("suite") ?? "",
            Session = line.Text("session") ?? "",
            Target = line.Text("target") ?? "",
            Ending = line.OneOf<SessionEnding>("ended") ?? SessionEnding.Finished,
            Entries = reader.Entries,
            LengthNs = reader.LengthNs,
            PostCall = line.Text("post_call") is { } answer ? new PostCallAnswer(answer, 0) : null,
        };
    }
}
