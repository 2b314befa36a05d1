using System.Buffers.Text;
using System.Text.Json.Serialization;
using Tollgate.Exchanges;

namespace Tollgate.Simulator.Oracles;

/// <summary>
/// What a simulated model is told to answer, as a request header carries it: JSON of text and calls, in base64url.
/// </summary>
internal static partial class ScriptedReply
{
    /// <summary>The request header. A provider would ignore it; it is sent to simulators alone.</summary>
    public const string Header = "x-dictate";

    /// <summary>The header's value.</summary>
    public static string Write(Reply reply)
    {
        var form = new Form(
            reply.Text, [.. reply.ToolCalls.Select(call => new FormCall(call.Id, call.Name, call.ArgumentsJson))]);
        return Base64Url.EncodeToString(
            JsonSerializer.SerializeToUtf8Bytes(form, Json.Default.Form));
    }

    /// <summary>The reply that a header's value stands for; null where it is none.</summary>
    public static Reply? Read(string value)
    {
        try
        {
            var json = Base64Url.DecodeFromChars(value);
            var form = JsonSerializer.Deserialize(json, Json.Default.Form);
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

    internal sealed record Form(string Text, IReadOnlyList<FormCall> Calls);

    internal sealed record FormCall(string Id, string Name, string Arguments);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(Form))]
    private sealed partial class Json : JsonSerializerContext;
}
