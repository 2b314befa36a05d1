using System.Buffers;
using Tollgate.Unicode;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.Answers;

/// <summary>A tool call while its pieces come.</summary>
internal sealed class OpenCall
{
    private static ReadOnlySpan<byte> EmptyObject => "{}"u8;

    private readonly ArrayBufferWriter<byte> name = new();
    private readonly ArrayBufferWriter<byte> arguments = new();
    private JsonProgress progress;
    private long length;
    private bool isVoidIfMore;
    private int lastStart, pieces;
    private bool isSaidAgain = true;

    /// <summary>The server's number for it; null where it gave none.</summary>
    public int? Index { get; init; }

    /// <summary>Its number, else its place in the list of the event that opened it.</summary>
    public int Key { get; init; }

    /// <summary>The server's id; empty where it gave none.</summary>
    public string Id { get; set; } = "";

    /// <summary>An id that came later, without a name: another call's if a name follows, else of no meaning.</summary>
    public string LaterId { get; set; } = "";

    /// <summary>The last event that had a piece of it.</summary>
    public int Event { get; set; }

    public ReadOnlySpan<byte> Name => name.WrittenSpan;

    public bool HasArguments { get; private set; }

    /// <summary>Nothing can be added to its arguments. An empty object is no more than a start.</summary>
    public bool IsWhole => progress.IsWhole && length > EmptyObject.Length;

    /// <summary>
    /// They are a document of their own, with escapes of their own. Where each piece says again all that came before
    /// it, and the pieces together are no document, the last one is all of them.
    /// </summary>
    public string ArgumentsJson
    {
        get
        {
            var all = WellFormed.Json(arguments.WrittenMemory);
            var last = arguments.WrittenMemory[lastStart..];
            return Encoding.UTF8.GetString(pieces > 1 && isSaidAgain && !JsonWalk.IsDocument(all.Span)
                ? WellFormed.Json(last).Span
                : all.Span);
        }
    }

    public void AddName(ReadOnlySpan<byte> utf8) => name.Write(utf8);

    /// <summary>Adds a piece of the arguments.</summary>
    /// <param name="utf8">The piece.</param>
    /// <param name="whole">They are all of the arguments: void if the server sends more of them.</param>
    /// <param name="keep">Keep it and not only its progress.</param>
    public void AddArguments(ReadOnlySpan<byte> utf8, bool whole, bool keep)
    {
        if (isVoidIfMore)
        {
            arguments.ResetWrittenCount();
            progress = default;
            length = 0;
            (lastStart, pieces) = (0, 0);
        }

        isVoidIfMore = whole || (length == 0 && utf8.SequenceEqual(EmptyObject));
        length += utf8.Length;
        HasArguments = true;
        progress.Feed(utf8);
        if (keep)
        {
            isSaidAgain &= pieces == 0 || utf8.StartsWith(arguments.WrittenSpan[lastStart..]);
            (lastStart, pieces) = (arguments.WrittenCount, pieces + 1);
            arguments.Write(utf8);
        }
    }
}
