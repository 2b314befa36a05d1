namespace Tollgate.Transcripts.Formats;

/// <summary>
/// Reads the content of a message: a text, or parts as the providers' clients write them. Text, the transcripts of
/// sound, refusals, calls and answers are read, thoughts are passed over since nobody hears them, and every other part
/// is refused by its name.
/// </summary>
internal static class PartReader
{
    private const string Expected = "text, input_text, output_text, refusal, audio with a transcript, tool_use or tool_result";

    private static readonly string[] Texts = ["text", "input_text", "output_text"];
    private static readonly string[] Sounds = ["audio", "input_audio", "output_audio"];
    private static readonly string[] Thoughts = ["thinking", "redacted_thinking", "reasoning", "summary_text"];

    private static readonly string[] PartKeys =
    [
        "text", "refusal", "transcript", "audio", "input_audio", "output_audio", "input", "tool_use_id", "content",
        "is_error", "thinking", "data", "reasoning", "summary", "encrypted_content",
    ];

    /// <summary>The parts of a message's <c>content</c>; none where it is absent or null.</summary>
    public static List<MessagePart> Read(JsonFields message, List<string> wrong)
    {
        var parts = new List<MessagePart>();
        switch (message.Value("content"))
        {
            case null:
                break;
            case { ValueKind: JsonValueKind.String } text:
                Say(parts, text.GetString());
                break;
            case { ValueKind: JsonValueKind.Array } list:
                foreach (var (index, part) in list.EnumerateArray().Index())
                {
                    Read(part, Place(message, "content", index), parts, wrong);
                }

                break;
            case { } other:
                message.Fail($"found {JsonFields.Shown(other)} for `content`; expected a text or a list of parts");
                break;
        }

        return parts;
    }

    /// <summary>A call as a list of <c>tool_calls</c> or an item of its own has it.</summary>
    /// <param name="call">The call, or the object in it that names the tool.</param>
    /// <param name="id">The call's id; null where it has none.</param>
    public static MessagePart.Call? Call(JsonFields call, string? id)
    {
        var arguments = call.Value("arguments") ?? call.Value("args") ?? call.Value("input");
        if (call.Text("name") is { Length: > 0 } name)
        {
            return new MessagePart.Call(id ?? "", name, arguments switch
            {
                null => "",
                { ValueKind: JsonValueKind.String } text => text.GetString()!,
                { } value => value.GetRawText(),
            }, call.Place);
        }

        call.Fail("found a call without `name`; expected the tool's `name` and its `arguments`");
        return null;
    }

    /// <summary>What a tool answered: a text, parts of text, or JSON as it is.</summary>
    public static string Answer(JsonFields message, string key)
    {
        if (message.Value(key) is not { } content)
        {
            return "";
        }

        if (content.ValueKind != JsonValueKind.Array)
        {
            return content.ValueKind == JsonValueKind.String ? content.GetString()! : content.GetRawText();
        }

        var texts = new List<string>();
        foreach (var (index, part) in content.EnumerateArray().Index())
        {
            var kind = part.ValueKind == JsonValueKind.Object && part.TryGetProperty("type", out var type)
                && type.ValueKind == JsonValueKind.String ? type.GetString()! : "";
            if (Texts.Contains(kind) && part.TryGetProperty("text", out var text)
                && text.ValueKind == JsonValueKind.String)
            {
                texts.Add(text.GetString()!);
            }
            else if (kind is "image" or "image_url" or "input_image" or "document" or "file" or "input_file")
            {
                message.Fail($"found a part {kind} in {key}[{index}]; expected an answer of text");
            }
        }

        // A list that is no list of texts is the answer itself.
        return texts.Count > 0 ? string.Join('\n', texts) : content.GetRawText();
    }

    /// <summary>Adds words; those of neighbouring parts are one text.</summary>
    public static void Say(List<MessagePart> parts, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return;
        }

        if (parts is [.., MessagePart.Words before])
        {
            // A sentence that ends with its part does not run into the next.
            var gap = char.IsPunctuation(before.Text[^1]) && char.IsLetterOrDigit(text[0]) ? " " : "";
            parts[^1] = new MessagePart.Words(before.Text + gap + text);
        }
        else
        {
            parts.Add(new MessagePart.Words(text));
        }
    }

    private static void Read(JsonElement json, string place, List<MessagePart> parts, List<string> wrong)
    {
        if (json.ValueKind == JsonValueKind.String)
        {
            Say(parts, json.GetString());
            return;
        }

        if (json.ValueKind != JsonValueKind.Object)
        {
            wrong.Add($"{place}: found {JsonFields.Shown(json)}; expected a text or a part with its `type`");
            return;
        }

        var part = new JsonFields(json, place, wrong);
        var kind = part.Text("type") ?? (part.Has("text") ? "text" : "");
        if (Texts.Contains(kind))
        {
            Say(parts, TextOf(part));
        }
        else if (Sounds.Contains(kind))
        {
            Say(parts, TranscriptOf(part, kind));
        }
        else if (kind == "refusal")
        {
            Say(parts, part.Text("refusal"));
        }
        else if (kind == "tool_use")
        {
            if (Call(part, part.Text("id")) is { } call)
            {
                parts.Add(call);
            }
        }
        else if (kind == "tool_result")
        {
            parts.Add(new MessagePart.Answer(
                part.Text("tool_use_id") ?? "", "", Answer(part, "content"), part.Flag("is_error")));
        }
        else if (!Thoughts.Contains(kind))
        {
            part.Fail(kind.Length == 0
                ? $"found a part without `type`; expected {Expected}"
                : $"found a part {kind}, which cannot be scored; expected {Expected}");
            return;
        }

        part.CheckKeys(PartKeys);
    }

    // Also {"text": {"value": "...", "annotations": []}}.
    private static string? TextOf(JsonFields part)
    {
        if (part.Value("text") is { ValueKind: JsonValueKind.Object })
        {
            return part.Inner("text")!.Text("value"); // It was just seen to be one.
        }

        if (part.Value("text") is null)
        {
            part.Fail("found a part without `text`; expected what was said");
        }

        return part.Text("text");
    }

    private static string? TranscriptOf(JsonFields part, string kind)
    {
        if ((part.Text("transcript") ?? part.Inner(kind)?.Text("transcript")) is { } transcript)
        {
            return transcript;
        }

        part.Fail($"found a part {kind} without `transcript`; expected its words");
        return null;
    }

    private static string Place(JsonFields message, string key, int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{message.Place}.{key}[{index}]");
}
