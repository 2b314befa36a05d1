using Tollgate.Acts;
using Tollgate.Callers;
using Tollgate.Callers.Voiced;
using Tollgate.Callers.Wishes;
using Tollgate.Sessions.CallerModels;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;

namespace Tollgate.Sessions;

/// <summary>A caller who listens: an ear, an agenda, and by choice a model that finds the words.</summary>
internal sealed class ListeningSeat : ICallerSeat
{
    private const int MurmurAfterWords = 8;

    private readonly Brief brief;
    private readonly Caller caller;
    private readonly Ear ear;
    private readonly EarContext context;
    private readonly ModelVoice? voice;

    /// <param name="brief">What the caller knows and wants.</param>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="voice">Makes the model that finds the words; null where the agenda's are said.</param>
    public ListeningSeat(Brief brief, Suite suite, RandomStream random, Func<Caller, ModelVoice>? voice = null)
    {
        this.brief = brief;
        caller = new Caller(brief, suite.Now, random);
        var vocabulary = SuiteVocabulary.Of(suite);
        ear = new Ear(vocabulary, suite.Now);
        context = new EarContext(vocabulary, suite.Now);
        this.voice = voice?.Invoke(caller);
    }

    public int? BreaksInAfter => caller.BreaksInAfter;

    public void Answered(string tool, string argumentsJson) => caller.Did(tool, argumentsJson);

    public async ValueTask<CallerMove> NextAsync(
        string agent, string heard, bool brokeIn, CancellationToken ending)
    {
        var (move, acts) = Listen(agent, heard, brokeIn);
        return Say(voice is null ? move : await voice.SayAsync(move, heard, acts, ending));
    }

    /// <summary>What the caller does next in the agenda's own words.</summary>
    public CallerMove Next(string agent, string heard) => Say(Listen(agent, heard, brokeIn: false).Move);

    private (CallerMove Move, IReadOnlyList<AgentAct> Acts) Listen(string agent, string heard, bool brokeIn)
    {
        if (brokeIn)
        {
            caller.BrokeIn();
        }

        var acts = ear.Hear(heard, context);
        context.AgentSaid(acts);
        return (caller.Next(agent, heard, acts), acts);
    }

    private CallerMove Say(CallerMove move)
    {
        context.CallerSaid(move.Text);
        return brief.Backchannel is { } word && move.Opens.Count > 0
            ? move with { Backchannel = new Backchannel(word, MurmurAfterWords) }
            : move;
    }
}
