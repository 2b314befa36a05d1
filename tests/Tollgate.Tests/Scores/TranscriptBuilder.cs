using System.Globalization;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Scores;

/// <summary>Writes a transcript turn by turn.</summary>
internal sealed class TranscriptBuilder(Suite suite, SuiteSession session)
{
    private readonly List<TranscriptEntry> entries = [];
    private string agent = session.StartsWith;
    private int turn;
    private int exchange;

    /// <summary>The caller brings a wish up.</summary>
    public TranscriptBuilder Say(string wish) =>
        Say(wish, session.Brief.Wishes.Single(one => one.Name == wish).Opens);

    /// <summary>The caller says something, with which a wish is brought up, or none where it is empty.</summary>
    public TranscriptBuilder Say(string wish, string words, SpeechKind kind = SpeechKind.Line)
    {
        turn++;
        exchange++;
        entries.Add(new CallerSaid(words, words, kind) { Turn = turn, Steps = wish.Length > 0 ? [wish] : [] });
        return this;
    }

    /// <summary>The caller says something of which the agent hears something else.</summary>
    public TranscriptBuilder Hear(string said, string heard)
    {
        Say("", said);
        entries[^1] = (CallerSaid)entries[^1] with { Heard = heard };
        return this;
    }

    /// <summary>The caller gives leave, or takes an offer.</summary>
    public TranscriptBuilder Agree()
    {
        Say("", "Yes, please do.");
        entries[^1] = (CallerSaid)entries[^1] with { Agrees = true };
        return this;
    }

    public TranscriptBuilder Run(
        string tool, string arguments, string result = """{"found":1}""", ToolStatus status = ToolStatus.Answered,
        params RecordChange[] changes)
    {
        var call = "c" + entries.Count.ToString(CultureInfo.InvariantCulture);
        entries.Add(new ToolRan(agent, call, tool, arguments, status, result, exchange++)
        {
            Turn = turn,
            Changes = changes,
        });
        if (status == ToolStatus.Answered && Transfer.IsTransfer(tool, out var to))
        {
            entries.Add(new HandedOver(agent, to, call) { Turn = turn });
            agent = to;
        }

        return this;
    }

    /// <summary>Without end: the exchange goes on, so that calls before and after are of the same one.</summary>
    public TranscriptBuilder Answer(string words, string? heard = null)
    {
        entries.Add(new AgentSaid(agent, words, heard ?? words, exchange)
        {
            Turn = turn,
            Interrupted = heard is not null,
        });
        return this;
    }

    public Transcript End(SessionEnding ending = SessionEnding.Finished) => new()
    {
        Suite = suite.Name,
        Session = session.Name,
        Ending = ending,
        Entries = entries,
    };
}
