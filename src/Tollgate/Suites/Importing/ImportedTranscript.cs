using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Suites.Importing;

/// <summary>
/// Fits a transcript that was recorded elsewhere to the session that it played: which wishes the caller brought up
/// where, which agent had the call, and what the calls would have done to the suite's records. What the transcript says
/// itself is kept. Pure.
/// </summary>
internal static class ImportedTranscript
{
    // A wish was brought up where so many of its words were heard; a second wish in the same turn needs more.
    private const double MinWords = 0.5;
    private const double MinWordsOfFurther = 0.8;

    public static Transcript Fit(Suite suite, SuiteSession session, Transcript transcript)
    {
        var entries = new List<TranscriptEntry>(transcript.Entries.Count);
        var store = new RecordStore(session.Tables, suite.Now);
        var said = new HashSet<string>(StringComparer.Ordinal);
        var agent = session.StartsWith;
        foreach (var (index, entry) in transcript.Entries.Index())
        {
            switch (entry)
            {
                case CallerSaid caller:
                    var heard = caller.Steps.Count > 0 || caller.Kind == SpeechKind.Backchannel
                        ? caller
                        : caller with { Steps = Wishes(session, caller, said) };
                    said.UnionWith(heard.Steps);
                    entries.Add(heard);
                    break;
                case AgentSaid words:
                    entries.Add(words.Agent.Length > 0 ? words : words with { Agent = agent });
                    break;
                case ToolRan ran:
                    var done = ran with
                    {
                        Agent = ran.Agent.Length > 0 ? ran.Agent : agent,
                        Changes = ran.Changes.Count > 0 ? ran.Changes : Replay(suite, store, ran),
                    };
                    entries.Add(done);
                    if (ran.Status is ToolStatus.Answered or ToolStatus.NotRecorded
                        && Transfer.IsTransfer(ran.Tool, out var to)
                        && suite.Agents.ContainsKey(to)
                        && transcript.Entries.ElementAtOrDefault(index + 1) is not HandedOver)
                    {
                        entries.Add(new HandedOver(done.Agent, to, ran.CallId)
                        {
                            Turn = ran.Turn,
                            AtNs = ran.AtNs,
                            UntilNs = ran.UntilNs,
                        });
                        agent = to;
                    }

                    break;
                default:
                    entries.Add(entry);
                    break;
            }
        }

        if (said.Count == 0)
        {
            OpenFirst(session, entries);
        }

        return transcript with
        {
            Suite = suite.Name,
            Entries = entries,
            Turns = transcript.Turns.Count > 0 ? transcript.Turns : TurnTimings.Of(entries),
        };
    }

    private static IReadOnlyList<RecordChange> Replay(Suite suite, RecordStore store, ToolRan ran)
    {
        if (ran.Status != ToolStatus.Answered || !suite.Tools.TryGetValue(ran.Tool, out var tool) || !tool.HasEffect)
        {
            return [];
        }

        var given = ran.ArgumentsJson.Length == 0 ? "{}" : ran.ArgumentsJson;
        return OutsideJson.Parse(given) is { ValueKind: JsonValueKind.Object } arguments
            ? store.Run(tool, arguments).Changes
            : [];
    }

    // Whoever calls brings something up, in whatever words: where no words are the brief's, it is his first wish.
    private static void OpenFirst(SuiteSession session, List<TranscriptEntry> entries)
    {
        var first = entries.FindIndex(static entry => entry is CallerSaid { Kind: not SpeechKind.Backchannel });
        if (first >= 0)
        {
            entries[first] = (CallerSaid)entries[first] with { Steps = [session.Brief.Wishes[0].Name] };
        }
    }

    // The wish not yet brought up of which most words were heard, the first of equals, and whatever else was nearly
    // wholly said.
    private static List<string> Wishes(SuiteSession session, CallerSaid caller, HashSet<string> said)
    {
        var words = Words(caller.Said);
        words.UnionWith(Words(caller.Heard));
        var shares = session.Brief.Wishes.Where(wish => !said.Contains(wish.Name))
            .Select(wish => (wish.Name, Share: Math.Max(Share(wish.Opens, words), Share(wish.Again, words))))
            .OrderByDescending(static one => one.Share).ToList();
        return [.. shares.Where((one, index) => one.Share >= (index == 0 ? MinWords : MinWordsOfFurther))
            .Select(static one => one.Name)];
    }

    private static double Share(string text, HashSet<string> heard)
    {
        var words = Words(text);
        return words.Count == 0 ? 0 : (double)words.Count(heard.Contains) / words.Count;
    }

    private static HashSet<string> Words(string text)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var word in text.ToLowerInvariant().Split(
            [' ', ',', '.', '?', '!', ';', ':', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries))
        {
            words.Add(word);
        }

        return words;
    }
}
