using Tollgate.Acts;
using Tollgate.Callers;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;

namespace Tollgate.Sessions;

/// <summary>A caller who listens: an ear, and an agenda.</summary>
internal sealed class ListeningSeat : ICallerSeat
{
    private const int MurmurAfterWords = 8;

    private readonly Brief brief;
    private readonly Caller caller;
    private readonly Ear ear;
    private readonly EarContext context;

    public ListeningSeat(Brief brief, Suite suite, RandomStream random)
    {
        this.brief = brief;
        caller = new Caller(brief, suite.Now, random);
        var vocabulary = SuiteVocabulary.Of(suite);
        ear = new Ear(vocabulary, suite.Now);
        context = new EarContext(vocabulary, suite.Now);
    }

    public BargeIn? BreaksIn(string agent) => caller.BreaksInAfter is { } words ? new BargeIn(words, null) : null;

    public void Answered(string tool, string argumentsJson) => caller.Did(tool, argumentsJson);

    public CallerMove Next(string agent, string heard, bool brokeIn)
    {
        if (brokeIn)
        {
            caller.BrokeIn();
        }

        var acts = ear.Hear(heard, context);
        context.AgentSaid(acts);
        var move = caller.Next(agent, heard, acts);
        context.CallerSaid(move.Text);
        return brief.Backchannel is { } word && move.Opens.Count > 0
            ? move with { Backchannel = new Backchannel(word, MurmurAfterWords) }
            : move;
    }
}
