using Tollgate.Exchanges;
using Tollgate.Wires.Requests;

namespace Tollgate.Wires.Answers;

/// <summary>
/// Tells the tool calls of one answer apart and puts each together. Servers number their calls, or name them by ids, or
/// let their place in the list speak; and they repeat or leave out any of these. Not thread-safe.
/// </summary>
internal sealed class ToolCallBook
{
    private readonly List<OpenCall> calls = [];
    private int events;

    public int Count => calls.Count;

    public void BeginEvent() => events++;

    /// <summary>
    /// The call that a piece belongs to: the one with its number (else its id, else its place), unless the piece begins
    /// another one there.
    /// </summary>
    /// <param name="piece">The piece.</param>
    /// <param name="name">Its name; empty for none.</param>
    /// <param name="hasArguments">It has arguments.</param>
    public OpenCall Take(in ToolCallPiece piece, ReadOnlySpan<byte> name, bool hasArguments)
    {
        var hasId = piece.Id.TokenType == JsonTokenType.String && !piece.Id.ValueSpan.IsEmpty;
        var call = Find(piece, hasId);
        if (call is null || (!name.IsEmpty && Begins(call, piece, hasId, name, hasArguments)))
        {
            var id = hasId ? piece.Id.GetString()! : call?.LaterId ?? "";
            calls.Add(call = new OpenCall { Index = piece.Index, Key = piece.Key, Id = id });
        }
        else if (hasId && call.Id.Length == 0)
        {
            call.Id = piece.Id.GetString()!;
        }
        else if (hasId && name.IsEmpty && !hasArguments && !piece.Id.ValueTextEquals(call.Id))
        {
            call.LaterId = piece.Id.GetString()!;
        }

        call.Event = events;
        return call;
    }

    /// <summary>
    /// The calls by their numbers, else in the order in which they came. Each has an id of its own: where the server
    /// gave none, or one twice, it is one of ours. What never had a name is no call, and what comes again the same in
    /// everything is the same call.
    /// </summary>
    public IReadOnlyList<ToolCall> Build()
    {
        var ids = new CallIds();
        return [.. calls
            .Select((call, place) => (Call: call, Place: place))
            .Where(one => !one.Call.Name.IsEmpty)
            .Select(one => (one.Call, one.Place, Name: Encoding.UTF8.GetString(one.Call.Name), one.Call.ArgumentsJson))
            .DistinctBy(one => one.Call.Id.Length > 0
                ? (one.Call.Id, one.Call.Key, one.Name, one.ArgumentsJson)
                : (one.Call.Id, one.Place, "", ""))
            .OrderBy(one => one.Call.Index)
            .Select(one => new ToolCall(ids.Open(one.Call.Id), one.Name, one.ArgumentsJson))];
    }

    private OpenCall? Find(in ToolCallPiece piece, bool hasId)
    {
        OpenCall? found = null;
        for (var i = calls.Count - 1; i >= 0 && (found is null || (hasId && piece.Index is null)); i--)
        {
            if (hasId && piece.Index is null && piece.Id.ValueTextEquals(calls[i].Id))
            {
                return calls[i];
            }

            found ??= calls[i].Key == piece.Key ? calls[i] : null;
        }

        return found;
    }

    // Only what has a name can begin a call: servers give the pieces of one call an id each. Names may come in pieces
    // too, or whole with every piece, but not behind arguments.
    private bool Begins(
        OpenCall call, in ToolCallPiece piece, bool hasId, ReadOnlySpan<byte> name, bool hasArguments)
    {
        var isOtherId = call.Id.Length > 0
            && (hasId ? !piece.Id.ValueTextEquals(call.Id) : call.LaterId.Length > 0);
        var isOtherName = call.HasArguments && !name.SequenceEqual(call.Name);
        return isOtherId || isOtherName || call.Event == events || (call.IsWhole && hasArguments);
    }
}
