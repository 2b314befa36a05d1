namespace Tollgate.Transcripts.Formats;

/// <summary>
/// The calls that wait for their answers. Ids that come again are told apart by order: an answer is that of the last
/// message with such calls, and there of the first call that has none yet.
/// </summary>
internal sealed class PendingCalls
{
    // By id, by the tool's name, and any: an answer may say one, the other or neither. For each the calls of one
    // message, the last message on top.
    private readonly Dictionary<(char Kind, string Name), Stack<(int Message, Queue<int> Entries)>> waiting = [];
    private readonly Dictionary<(char Kind, string Name), int> lastAnswered = [];
    private readonly HashSet<int> open = [];

    /// <summary>The entries of calls that have no answer.</summary>
    public IEnumerable<int> Open => open;

    public void Add(int entry, string id, string tool, int message)
    {
        open.Add(entry);
        foreach (var key in new[] { ('i', id), ('t', tool), ('-', "") })
        {
            if (!waiting.TryGetValue(key, out var messages))
            {
                waiting.Add(key, messages = []);
            }

            if (messages.Count == 0 || messages.Peek().Message != message)
            {
                messages.Push((message, []));
            }

            messages.Peek().Entries.Enqueue(entry);
        }
    }

    /// <summary>
    /// The entry of the call that an answer is for: one without an answer, else the last that had one, for a tool that
    /// answers twice. Null where there is none.
    /// </summary>
    public int? Answered(string id, string tool, bool again)
    {
        var key = id.Length > 0 ? ('i', id) : tool.Length > 0 ? ('t', tool) : ('-', "");
        if (!again && waiting.TryGetValue(key, out var messages))
        {
            while (messages.TryPeek(out var top))
            {
                while (top.Entries.TryDequeue(out var entry))
                {
                    if (open.Remove(entry))
                    {
                        return lastAnswered[key] = entry;
                    }
                }

                messages.Pop();
            }
        }

        return lastAnswered.TryGetValue(key, out var last) ? last : null;
    }
}
