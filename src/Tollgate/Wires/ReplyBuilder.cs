using System.Buffers;
using System.Text;
using Tollgate.Exchanges;

namespace Tollgate.Wires;

/// <summary>Puts together what was said, as UTF-8, until someone asks for it.</summary>
internal sealed class ReplyBuilder
{
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly ArrayBufferWriter<byte> reasoning = new();
    private readonly SortedDictionary<int, OpenCall> calls = [];

    public void Append(ArrivalKind kind, ReadOnlySpan<byte> utf8, int toolIndex)
    {
        var to = kind switch
        {
            ArrivalKind.Text => text,
            ArrivalKind.Reasoning => reasoning,
            _ => Call(toolIndex).Arguments,
        };
        to.Write(utf8);
    }

    public void OpenToolCall(int toolIndex, string id, ReadOnlySpan<byte> name)
    {
        var call = Call(toolIndex);
        call.Id = id;
        call.Name += Encoding.UTF8.GetString(name);
    }

    public Reply Build() => new(
        Encoding.UTF8.GetString(text.WrittenSpan),
        Encoding.UTF8.GetString(reasoning.WrittenSpan),
        [.. calls.Values.Select(c => new ToolCall(c.Id, c.Name, Encoding.UTF8.GetString(c.Arguments.WrittenSpan)))]);

    private OpenCall Call(int toolIndex)
    {
        if (!calls.TryGetValue(toolIndex, out var call))
        {
            calls.Add(toolIndex, call = new OpenCall());
        }

        return call;
    }

    private sealed class OpenCall
    {
        public string Id { get; set; } = "";

        public string Name { get; set; } = "";

        public ArrayBufferWriter<byte> Arguments { get; } = new();
    }
}
