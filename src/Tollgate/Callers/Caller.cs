using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Lines;
using Tollgate.Callers.Replies;
using Tollgate.Callers.Voiced;
using Tollgate.Callers.Wishes;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;

namespace Tollgate.Callers;

/// <summary>
/// A caller with an agenda: says what comes next, given what the agent said and did. Two models that say and do the
/// same have the same caller. After Schatzmann and Young, "The hidden agenda user simulation model" (2009). Not
/// thread-safe.
/// </summary>
/// <remarks>
/// After each turn of the agent, in this order: (1) a wrong value that is read back is corrected, a right one
/// confirmed; (2) what is asked for is given, as it is asked for; (3) leave, offers and choices are answered by the
/// wish's own rules; (4) the news changes what the caller takes for done, refused or not there; (5) a wish that was
/// passed over is brought up again, and the next one when the last is over; (6) when nothing is left the caller takes
/// his leave. What is not understood gets one "Sorry?", then the wish again. Where nothing moves for several turns the
/// caller gives up, aloud.
/// </remarks>
internal sealed class Caller
{
    private const int MaxPushes = 3;
    private const int LongReplyWords = 35;

    private readonly Brief brief;
    private readonly DateTime now;
    private readonly Agenda agenda;
    private readonly CallerKnowledge knowledge;
    private readonly Understanding understanding;
    private readonly Wording wording;
    private readonly Answers answers;
    private readonly Choices choices;
    private readonly News news;
    private readonly ReplyChooser chooser;
    private readonly ActLines lines;
    private readonly Standstill standstill;
    private readonly Queue<string> asides;
    private readonly Queue<int> interrupts;
    private readonly List<Cut> cuts;
    private string agentBefore = "";
    private string answered = "";
    private int lost;
    private int farewells;
    private bool leaving;
    private bool breaksIn;
    private bool givenUp;
    private bool trailedOff;
    private bool introduced;

    /// <param name="brief">What the caller knows and wants.</param>
    /// <param name="now">The day and the time of the call.</param>
    /// <param name="random">Where chance comes from; one number is taken from it.</param>
    public Caller(Brief brief, DateTime now, RandomStream random)
        : this(brief, now, random, ReplyModel.Shipped)
    {
    }

    internal Caller(Brief brief, DateTime now, RandomStream random, ReplyModel? model)
    {
        this.brief = brief;
        this.now = now;
        agenda = new Agenda(brief);
        knowledge = new CallerKnowledge(brief, agenda, now);
        understanding = new Understanding(agenda, knowledge, now);
        wording = new Wording(brief.Temper, random.NextUInt64());
        var giving = new Giving(agenda, knowledge, wording, now);
        answers = new Answers(agenda, knowledge, giving, wording, now);
        choices = new Choices(agenda, knowledge, giving, wording, now);
        news = new News(agenda, knowledge, answers, giving, wording);
        standstill = new Standstill(agenda, knowledge);
        lines = new ActLines(agenda, knowledge, giving, wording, now);
        chooser = new ReplyChooser(agenda, knowledge, now, model);
        asides = new Queue<string>(brief.Asides);
        interrupts = new Queue<int>(brief.Interrupts);
        cuts = [.. brief.Cuts];
    }

    /// <summary>The wishes that the caller does not take for met, by name.</summary>
    public IEnumerable<string> Unmet => agenda.Wishes.Where(wish => wish.State != WishState.Met)
        .Select(wish => wish.Wish.Name);

    /// <summary>
    /// After so many heard words of the reply that is beginning the caller breaks in; null where the caller listens to
    /// its end.
    /// </summary>
    public int? BreaksInAfter => agenda.Current is not null && interrupts.TryPeek(out var words) ? words : null;

    /// <summary>What there was to choose from in the last turn; null where there was nothing.</summary>
    internal ReplyCase? LastCase { get; private set; }

    /// <summary>Watches over a model that speaks for the caller.</summary>
    internal BriefKeeper NewKeeper() => new(brief, agenda, now);

    /// <summary>What a model said was said in the place of the last move.</summary>
    internal CallerMove Voiced(VoicedLine line, CallerMove own, IReadOnlyList<AgentAct> acts) =>
        new VoicedMoves(agenda, knowledge, now).Of(line, own, acts);

    /// <summary>The caller has broken in.</summary>
    public void BrokeIn()
    {
        interrupts.Dequeue();
        breaksIn = true;
    }

    /// <summary>A call of the agent's was answered without an error.</summary>
    public void Did(string tool, string argumentsJson)
    {
        standstill.Acted();
        agenda.Did(tool, argumentsJson);
    }

    /// <summary>What the caller does next.</summary>
    /// <param name="agent">The agent that has the call.</param>
    /// <param name="heard">What the caller heard since speaking last; empty where it was nothing.</param>
    /// <param name="acts">What the ear made of it, in the order of the words.</param>
    public CallerMove Next(string agent, string heard, IReadOnlyList<AgentAct> acts)
    {
        knowledge.Begin();
        LastCase = null;
        acts = understanding.Of(acts, heard);
        if (givenUp)
        {
            return new CallerMove("")
            {
                Ends = SessionEnding.OffScript,
                Why = $"The caller gave up: nothing had moved for {Standstill.Most} turns.",
            };
        }

        var first = agentBefore.Length == 0;
        var moved = first || agent != agentBefore;
        agentBefore = agent;
        var line = new LineBuilder();
        if (first)
        {
            return Begin(acts, line);
        }

        if (!leaving && Repeats(heard, acts))
        {
            return new CallerMove(wording.Of("repeat"));
        }

        wording.Intents.Clear();
        var recall = Remember();
        var current = agenda.Current;
        var hangsUp = leaving && HangsUp(acts, line);
        var isLost = !leaving && Respond(agent, heard, acts, line, moved);
        var own = hangsUp ? [new CallerAct(CallerActKind.Bye)] : line.ActsWith(wording.Intents);
        if (own.Count > 0 && !wording.Intents.Contains("change"))
        {
            LastCase = chooser.CaseOf(heard, acts, own, MayClose(acts), current?.State == WishState.Unmet);
            // Who hears the same again gets no further with the same answer.
            if (heard != answered && chooser.OutOf(LastCase) is { Count: > 0 } instead)
            {
                answered = heard;
                recall();
                line = new LineBuilder();
                hangsUp = false;
                isLost = Do(instead, heard, acts, line);
            }
        }

        return hangsUp ? CallerMove.HangingUp : Finish(line, isLost);
    }

    // Whether the wish that is talked about may be over for the caller.
    private bool MayClose(IReadOnlyList<AgentAct> acts) => agenda.Current is not { } wish || wish.IsCarriedOut
        || wish.Wish.Does.Count == 0 || wish.Denials > 0 || Has(acts, ActKind.ClaimDone);

    private Action Remember()
    {
        var (ofAgenda, ofKnowledge) = (agenda.Remember(), knowledge.Remember());
        var (left, isLeaving) = (asides.ToArray(), leaving);
        return () =>
        {
            ofAgenda();
            ofKnowledge();
            leaving = isLeaving;
            asides.Clear();
            foreach (var aside in left)
            {
                asides.Enqueue(aside);
            }
        };
    }

    // Says something else than the rules would. Returns whether nothing of the turn was understood.
    private bool Do(IReadOnlyList<CallerAct> acts, string heard, IReadOnlyList<AgentAct> agentActs, LineBuilder line)
    {
        foreach (var act in acts)
        {
            if (act.Kind is CallerActKind.Next or CallerActKind.Bye)
            {
                if (agenda.Current is { } wish)
                {
                    var met = wish.IsCarriedOut || wish.Denials == 0;
                    agenda.Close(wish, met ? WishState.Met : WishState.Unmet);
                    line.Say(wording.Of(met ? "thanks" : "give_in"));
                }

                if (act.Kind == CallerActKind.Next)
                {
                    OpenNext(line);
                }
                else
                {
                    leaving = true;
                    line.Say(wording.Of(Has(agentActs, ActKind.Goodbye) ? "bye" : "done"));
                }
            }
            else
            {
                lines.Say(act, heard, agentActs, line);
            }
        }

        lost = 0;
        return acts.All(static act => act.Kind == CallerActKind.Sorry);
    }

    private CallerMove Begin(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        answers.Requests([.. acts.Where(static act => act.Slot is not (null or SlotKind.Reason or SlotKind.Message
            or SlotKind.Other))], line);
        introduced = line.Answers;
        if (cuts.Find(cut => cut.TrailsOff) is { } cut && agenda.Next is { } wish)
        {
            cuts.Remove(cut);
            trailedOff = true;
            return new CallerMove(wish.Wish.Opens) { Cut = cut };
        }

        OpenNext(line);
        return Finish(line, isLost: false);
    }

    // Returns whether nothing of it was understood.
    private bool Respond(string agent, string heard, IReadOnlyList<AgentAct> acts, LineBuilder line, bool moved)
    {
        if (string.IsNullOrWhiteSpace(heard))
        {
            standstill.Turn(moved: false);
            line.Say(wording.Of("silence"));
            return true;
        }

        if (trailedOff)
        {
            trailedOff = false;
            OpenNext(line);
            return false;
        }

        var current = agenda.Current;
        if (current is not null && news.IsTold(current, acts))
        {
            // What he asked for is told to him, and not read back.
            acts = [.. acts.Select(act => act.Kind == ActKind.ReadBack ? act with { Kind = ActKind.Inform } : act)];
        }

        answers.ReadBacks(acts, line);
        answers.Requests(acts, line);

        // What has been done and said is behind him: an offer that follows is for something else.
        if (current is { IsCarriedOut: true } done && (done.WasCarriedOut || Has(acts, ActKind.ClaimDone))
            && !acts.Any(act => act.Kind == ActKind.ClaimDone && answers.CorrectsClaim(act, line)))
        {
            agenda.Close(done, WishState.Met);
        }

        answers.Leave(acts, line);
        answers.NotFoundUnder(acts, line);
        choices.Offers(acts, line);
        choices.Openings(acts, line);
        var asks = line.Answers;
        if (current is not null)
        {
            current.WasCarriedOut = current.IsCarriedOut;
        }

        // "High is for who cannot work at all; is that so?"
        var goesOn = heard.TrimEnd().EndsWith('?') && !Has(acts, ActKind.AnythingElse);
        var pleased = news.Take(agent, acts, asks, goesOn, line) || current is { State: WishState.Met };
        standstill.Turn(moved);
        if (breaksIn && !line.Replies)
        {
            // He spoke too soon.
            line.Reply(wording.Of("go_on"));
            return false;
        }

        if (line.Answers)
        {
            lost = 0;
            return false;
        }

        return GoOn(acts, line, current, pleased);
    }

    // Nothing was asked: the next thing, or the same again.
    private bool GoOn(IReadOnlyList<AgentAct> acts, LineBuilder line, WishProgress? before, bool pleased)
    {
        var more = Has(acts, ActKind.AnythingElse);
        var bye = Has(acts, ActKind.Goodbye);
        if (pleased)
        {
            line.Say(wording.Of("thanks"));
        }

        if (agenda.Current is { } open)
        {
            return StillOpen(open, acts, line, more || bye);
        }

        lost = 0;
        if (!bye && before is not null && asides.Count > 0 && agenda.Next is not null)
        {
            line.Say(asides.Dequeue());
            return false;
        }

        if (agenda.Next is { } next)
        {
            var text = next.Wish.Opens;
            line.Say(bye ? wording.Of("before_bye", text) : more && !pleased ? wording.Of("more", text) : text);
            Open(next, line);
            return false;
        }

        if (!bye && asides.TryDequeue(out var aside))
        {
            line.Say(aside);
            return false;
        }

        leaving = true;
        line.Say(wording.Of(bye ? "bye" : "done"));
        return false;
    }

    private bool StillOpen(WishProgress open, IReadOnlyList<AgentAct> acts, LineBuilder line, bool closing)
    {
        if (Has(acts, ActKind.Transfer))
        {
            line.Say(wording.Of("transfer"));
        }
        else if (Has(acts, ActKind.Hold))
        {
            line.Say(wording.Of("wait"));
        }
        else if ((open.Pushes++ >= MaxPushes && (closing || Has(acts, ActKind.ClaimDone)))
            || (open.Denials > 0 && Has(acts, ActKind.Goodbye)))
        {
            line.Say(wording.Of("give_in"));
            agenda.Close(open, WishState.Unmet);
            return GoOn(acts, line, open, pleased: false);
        }
        else if (closing)
        {
            line.Say(wording.Of("more", open.Wish.Again));
        }
        else if (acts.All(act => act.Kind is ActKind.Other or ActKind.Clarify or ActKind.SmallTalk or ActKind.Greet))
        {
            return NotUnderstood(open, acts, line);
        }
        else
        {
            lost = 0;
            line.Say(wording.Of("push", open.Wish.Again));
        }

        return false;
    }

    private bool NotUnderstood(WishProgress open, IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        // A new agent's greeting, a remark: the wish is what comes next.
        if (!Has(acts, ActKind.Other) && acts.Count > 0)
        {
            line.Say(wording.Of("push", open.Wish.Again));
            return false;
        }

        lost++;
        line.Say(lost == 1 ? wording.Of("lost") : wording.Of("lost_again", open.Wish.Again));
        return true;
    }

    // The caller has said that this was all: offers are declined, questions answered, anything else is the end.
    private bool HangsUp(IReadOnlyList<AgentAct> acts, LineBuilder line)
    {
        var asks = acts.Any(act => act.Kind is ActKind.Request or ActKind.RequestAgain or ActKind.RequestSpelling
            or ActKind.ReadBack or ActKind.ConfirmAction or ActKind.Offer or ActKind.AskChoice or ActKind.AnythingElse);
        if (!asks || Has(acts, ActKind.Goodbye) || farewells++ >= 2)
        {
            return true;
        }

        answers.ReadBacks(acts, line);
        answers.Requests(acts, line);
        answers.Leave(acts, line);
        choices.Offers(acts, line);
        if (!line.Answers)
        {
            line.Say(wording.Of("done"));
        }

        return false;
    }

    private CallerMove Finish(LineBuilder line, bool isLost)
    {
        if (standstill.IsTooLong)
        {
            givenUp = true;
            return new CallerMove(wording.Of("give_up"));
        }

        if (line.Answers && brief.Temper == Temper.Talkative && wording.Happens("remark", 0.3))
        {
            line.Say(wording.Of("remark"));
        }

        breaksIn = false;
        if (line.IsEmpty)
        {
            line.Say(wording.Of("okay"));
        }

        return new CallerMove(LineBuilder.Capital(line.Text))
        {
            Entities = [.. line.Entities.Where(static entity => entity.Length > 0)],
            Opens = line.Opens,
            Settles = line.Settles,
            Style = line.Style,
            Agrees = line.Agrees,
            Cut = line.Entities.Count > 0 ? TakeCut(line.Text) : null,
            IsLost = isLost,
            TakesLeave = leaving,
        };
    }

    private Cut? TakeCut(string text)
    {
        var words = text.Count(sign => sign == ' ') + 1;
        var cut = cuts.Find(cut => !cut.TrailsOff && cut.Words < words);
        if (cut is not null)
        {
            cuts.Remove(cut);
        }

        return cut;
    }

    private void OpenNext(LineBuilder line)
    {
        if (agenda.Next is not { } wish)
        {
            return;
        }

        if (!introduced && brief.Temper == Temper.Talkative && knowledge.FullName is { } name)
        {
            line.Say(wording.Of("name", name));
            line.Entities.Add(name);
        }

        introduced = true;
        line.Say(wish.Wish.Opens);
        if (brief.Temper == Temper.Hurried && wording.Happens("rush", 1))
        {
            line.Say(wording.Of("rush"));
        }

        Open(wish, line);
    }

    private void Open(WishProgress wish, LineBuilder line)
    {
        agenda.Open(wish);
        line.Opens.Add(wish.Wish.Name);
        wish.SettleAll(line.Settles);
    }

    private bool Repeats(string heard, IReadOnlyList<AgentAct> acts) => brief.Temper == Temper.HardOfHearing
        && heard.Count(sign => sign == ' ') + 1 >= LongReplyWords && Has(acts, ActKind.Inform)
        && !acts.Any(Answers.IsQuestion)
        && wording.Happens("repeat", 0.3);

    private static bool Has(IReadOnlyList<AgentAct> acts, ActKind kind) => acts.Any(act => act.Kind == kind);
}
