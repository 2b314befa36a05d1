namespace Tollgate.Wires.Requests;

/// <summary>
/// The ids under which tool calls go back to a server. It refuses a call without an id, and two with the same one; the
/// server's own is kept wherever it tells the call from all before it. Not thread-safe.
/// </summary>
internal sealed class CallIds
{
    private readonly HashSet<string> taken = [];
    private readonly List<(string Given, string Id)> open = [];
    private int made;

    /// <summary>The id of the next call.</summary>
    /// <param name="given">The server's; empty where it gave none.</param>
    public string Open(string given)
    {
        var id = given;
        while (id.Length == 0 || !taken.Add(id))
        {
            // Nine letters and digits: Mistral takes no other id, and every server takes these.
            id = string.Create(CultureInfo.InvariantCulture, $"call{++made:D5}");
        }

        open.Add((given, id));
        return id;
    }

    /// <summary>
    /// The id of the call that a result belongs to: calls of the same id are answered in their order.
    /// </summary>
    /// <param name="given">The id as the result has it.</param>
    public string Answer(string given)
    {
        var at = open.FindIndex(call => call.Given == given);
        if (at < 0)
        {
            return given;
        }

        var id = open[at].Id;
        open.RemoveAt(at);
        return id;
    }
}
