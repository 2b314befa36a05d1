using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.OpenAiChat;

/// <summary>
/// Reads what a message says in any of the forms in use: a string, a part with its text, or a list of these, nested as
/// the server likes.
/// </summary>
internal static class MessageParts
{
    /// <summary>Records the text of the value that the reader stands on, and leaves the reader there.</summary>
    /// <param name="json">Stands on the value.</param>
    /// <param name="kind">What the text is where no part says that it is a thought.</param>
    /// <param name="recorder">Takes the text.</param>
    public static void Read(ref Utf8JsonReader json, ArrivalKind kind, StreamRecorder recorder)
    {
        if (json.TokenType == JsonTokenType.String)
        {
            recorder.ArriveString(kind, ref json);
        }
        else if (json.TokenType == JsonTokenType.StartArray)
        {
            var items = json;
            while (items.Read() && items.TokenType != JsonTokenType.EndArray)
            {
                Read(ref items, kind, recorder);
                items.Skip();
            }
        }
        else if (json.TokenType == JsonTokenType.StartObject)
        {
            ReadPart(json, IsThought(json) ? ArrivalKind.Reasoning : kind, recorder);
        }
    }

    // OpenAI: text, refusal. Mistral: thinking, with parts of its own. OpenRouter's and MiniMax's reasoning details:
    // text or summary; the data of an encrypted one is for the server, like a signature, and no output. What a part
    // says it says once.
    private static void ReadPart(Utf8JsonReader part, ArrivalKind kind, StreamRecorder recorder)
    {
        var before = recorder.OutputBytes;
        while (recorder.OutputBytes == before && JsonWalk.NextProperty(ref part, out var name))
        {
            if (name.SequenceEqual("text"u8) || name.SequenceEqual("content"u8) || name.SequenceEqual("refusal"u8))
            {
                Read(ref part, kind, recorder);
            }
            else if (name.SequenceEqual("thinking"u8) || name.SequenceEqual("reasoning"u8)
                || name.SequenceEqual("summary"u8))
            {
                Read(ref part, ArrivalKind.Reasoning, recorder);
            }

            part.Skip();
        }
    }

    private static bool IsThought(Utf8JsonReader part)
    {
        while (JsonWalk.NextProperty(ref part, out var name))
        {
            if (name.SequenceEqual("type"u8) && part.TokenType == JsonTokenType.String)
            {
                return part.ValueSpan.StartsWith("thinking"u8) || part.ValueSpan.StartsWith("reasoning"u8);
            }

            part.Skip();
        }

        return false;
    }
}
