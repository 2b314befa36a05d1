using System.Buffers.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tollgate.Exchanges;

namespace Tollgate.Simulator.Oracles;

/// <summary>
/// What a simulated model is told to answer, as a request header carries it: JSON of text and calls, in base64url.
/// </summary>
public static class ScriptedReply
{
    /// <summary>The request header. A provider would ignore it; it is sent to simulators alone.</summary>
    public const string Header = "x-dictate";

    /// <summary>The header's value.</summary>
    public static string Write(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        var form = new DictationForm(
            reply.Text, [.. reply.ToolCalls.Select(call => new DictatedCall(call.Id, call.Name, call.ArgumentsJson))]);
        return Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(form, DictationJson.Default.DictationForm));
    }

    /// <summary>The reply that a header's value stands for; null where it is none.</summary>
    public static Reply? Read(string value)
    {
        try
        {
            var json = Base64Url.DecodeFromChars(value);
            var form = JsonSerializer.Deserialize(json, DictationJson.Default.DictationForm);
            return form is not { Text: not null, Calls: not null } || form.Calls.Any(call =>
                call is not { Id: not null, Name: not null, Arguments: not null })
                ? null
                : new Reply(form.Text, "", [.. form.Calls.Select(c => new ToolCall(c.Id, c.Name, c.Arguments))]);
        }
        catch (Exception error) when (error is FormatException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>The JSON of a dictation.</summary>
internal sealed record DictationForm(string Text, IReadOnlyList<DictatedCall> Calls);

/// <summary>A call of a dictation.</summary>
internal sealed record DictatedCall(string Id, string Name, string Arguments);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(DictationForm))]
internal sealed partial class DictationJson : JsonSerializerContext;
