using Tollgate.Wires.Json;

namespace Tollgate.Wires.Answers;

/// <summary>What one event says of one tool call; every part may be missing.</summary>
internal ref struct ToolCallPiece
{
    /// <summary>The document that the readers read.</summary>
    public ReadOnlySpan<byte> Document;

    /// <summary>The call's number as the server gives it; null where it gives none.</summary>
    public int? Index;

    /// <summary>The call's place in the event's list.</summary>
    public int Place;

    public Utf8JsonReader Id;

    public Utf8JsonReader Name;

    /// <summary>A string, whole or a piece of it; or the arguments themselves as JSON.</summary>
    public Utf8JsonReader Arguments;

    public readonly int Key => Index ?? Place;

    /// <summary>
    /// The arguments where they come as JSON of their own and not as a string of it; empty where they do not, and for
    /// an object without properties, which is how calls begin.
    /// </summary>
    public readonly ReadOnlySpan<byte> WholeArguments
    {
        get
        {
            if (Arguments.TokenType is JsonTokenType.None or JsonTokenType.Null or JsonTokenType.String)
            {
                return default;
            }

            var next = Arguments;
            next.Read();
            return next.TokenType == JsonTokenType.EndObject ? default : JsonWalk.Raw(Document, Arguments);
        }
    }
}
