using Tollgate.Acts;
using Tollgate.Callers;
using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Sessions.Clients;
using Tollgate.Sessions.Phone;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;

namespace Tollgate.Sessions.CallerModels;

/// <summary>
/// Lets a model find the words of a caller whose agenda it follows. What it may not say it is asked for once more; then
/// the agenda's words are said, and so they are where the model fails. One session each; not thread-safe.
/// </summary>
internal sealed class ModelVoice
{
    private const int MaxDrafts = 2;

    private readonly Caller caller;
    private readonly BriefKeeper keeper;
    private readonly CallerModel model;
    private readonly ModelClient? line;
    private readonly CallClock clock;
    private readonly string system;
    private readonly List<Message> history = [];
    private int turn;
    private bool hungUp;

    /// <param name="caller">Whose words they are.</param>
    /// <param name="brief">What the caller knows and wants.</param>
    /// <param name="model">The model, and what it said before.</param>
    /// <param name="line">The way to it; null where only what was recorded is said again.</param>
    public ModelVoice(
        Caller caller, Suite suite, Brief brief, CallerModel model, ModelClient? line, CallClock clock)
    {
        this.caller = caller;
        this.model = model;
        this.line = line;
        this.clock = clock;
        keeper = caller.NewKeeper();
        system = CallerPrompt.System(suite, brief);
    }

    /// <summary>What is said in the place of the agenda's move.</summary>
    public async ValueTask<CallerMove> SayAsync(
        CallerMove own, string heard, IReadOnlyList<AgentAct> acts, CancellationToken ending)
    {
        keeper.Heard(heard, acts);
        if (own.Ends is not null)
        {
            return own;
        }

        if (hungUp)
        {
            return CallerMove.HangingUp;
        }

        turn++;
        history.Add(new Message(Role.User, heard.Length > 0 ? heard : "(Nothing is heard.)"));
        var (spoken, drafts) = await DraftAsync(own, ending);
        var move = spoken is null ? own : caller.Voiced(spoken, own, acts);
        hungUp = spoken?.HangsUp == true;
        history.Add(new Message(
            Role.Assistant, CallerPrompt.Write(move.Text, move.Opens, move.Agrees, move.TakesLeave)));
        keeper.Said(move.Text);
        return move with { Drafts = drafts };
    }

    private async ValueTask<(VoicedLine? Line, List<CallerDraft> Drafts)> DraftAsync(
        CallerMove own, CancellationToken ending)
    {
        var drafts = new List<CallerDraft>();
        List<Message> asked = [.. history];
        while (drafts.Count < MaxDrafts)
        {
            var prompt = CallerPrompt.Of(system, asked);
            var key = CallerPrompt.KeyOf(prompt);
            var (text, failure) = await AskAsync(prompt, key, ending);
            if (text is null)
            {
                drafts.Add(new CallerDraft("", key) { Refused = failure });
                break;
            }

            var read = CallerPrompt.Read(text);
            var refused = read is null ? "That is not the JSON that was asked for." : keeper.Refuses(read, own);
            drafts.Add(new CallerDraft(text, key) { Refused = refused });
            if (refused is null)
            {
                return (read, drafts);
            }

            asked.Add(new Message(Role.Assistant, text.Length > 0 ? text : "{}"));
            asked.Add(new Message(Role.User, $"(That cannot be said. {refused} Answer again.)"));
        }

        return (null, drafts);
    }

    private async ValueTask<(string? Text, string Failure)> AskAsync(
        Prompt prompt, string key, CancellationToken ending)
    {
        if (model.Recorded.TryGetValue(key, out var recorded))
        {
            return (recorded, "");
        }

        if (line is null)
        {
            return (null, "The call went another way than the recorded one.");
        }

        var exchange = await line.AskAsync(prompt, turn, clock.ToAxis(clock.NowNs), null, [], ending);
        return exchange.Outcome == Outcome.Completed
            ? (exchange.Reply.Text, "")
            : (null, $"The caller's model failed: {exchange.Failure?.Message ?? "the run was stopped."}");
    }
}
