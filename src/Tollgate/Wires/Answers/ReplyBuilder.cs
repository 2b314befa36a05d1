using System.Buffers;
using Tollgate.Exchanges;

namespace Tollgate.Wires.Answers;

/// <summary>Puts together what was said, as UTF-8, until someone asks for it.</summary>
internal sealed class ReplyBuilder
{
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly ArrayBufferWriter<byte> reasoning = new();

    public void Append(ArrivalKind kind, ReadOnlySpan<byte> utf8) =>
        (kind == ArrivalKind.Reasoning ? reasoning : text).Write(utf8);

    public Reply Build(ToolCallBook? calls) => new(
        Encoding.UTF8.GetString(text.WrittenSpan),
        Encoding.UTF8.GetString(reasoning.WrittenSpan),
        calls?.Build() ?? []);
}
