using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Lines;
using Tollgate.Callers.Replies;
using Tollgate.Callers.Wishes;
using Tollgate.Suites.Briefs;

namespace Tollgate.Tests.Callers;

/// <summary>When a caller says something else than his rules would.</summary>
public class ReplyChooserTests
{
    private static readonly CallerFact Phone = new("phone", SlotKind.Phone, "6145550101");
    private static readonly CallerFact Day = new("day", SlotKind.Day, "2026-04-17");

    [Fact]
    public void TheRulesOnlyGuess_AndSomethingFitsBetter_ItIsSaid() =>
        Instead([new(CallerActKind.Tell)], (new(CallerActKind.Give, "phone"), Phone, 90), (new(CallerActKind.Tell), null, 10))
            .ShouldBe([new CallerAct(CallerActKind.Give, "phone")]);

    // What comes from the state of his wishes, and which part of a value is missing, is no matter of words.
    [Theory]
    [InlineData(CallerActKind.Rest)]
    [InlineData(CallerActKind.Other)]
    [InlineData(CallerActKind.Next)]
    [InlineData(CallerActKind.Bye)]
    public void TheRulesKnow_NothingElseIsSaid(object kind)
    {
        var own = new CallerAct((CallerActKind)kind, "day");
        Instead([own], (new(CallerActKind.Give, "phone"), Phone, 120), (own, Day, -120)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(39, false)]
    [InlineData(41, true)]
    public void TheRulesGoByValues_OnlyWhatFitsMuchBetterIsSaid(int better, bool said)
    {
        var own = new CallerAct(CallerActKind.Give, "day");
        Instead([own], (new(CallerActKind.Give, "phone"), Phone, better), (own, Day, 0))
            .ShouldBe(said ? [new CallerAct(CallerActKind.Give, "phone")] : []);
    }

    [Theory]
    [InlineData(CallerActKind.Confirm, true)]
    [InlineData(CallerActKind.Okay, false)]
    [InlineData(CallerActKind.No, false)]
    public void AWrongValue_IsPutRightUnlessItIsRight(object kind, bool said)
    {
        var own = new CallerAct(CallerActKind.Correct, "day");
        Instead([own], (new((CallerActKind)kind), null, 120), (own, Day, 0)).Count.ShouldBe(said ? 1 : 0);
    }

    // He answers the question and does not spell in the same breath what was asked for in another.
    [Fact]
    public void OfTwoThings_WhatAnswersNothingIsLeftOut()
    {
        var (give, spell) = (new CallerAct(CallerActKind.Give, "day"), new CallerAct(CallerActKind.Spell, "phone"));
        Instead([give, spell], (give, Day, 90), (spell, Phone, 10)).ShouldBe([give]);
        Instead([give, spell], (give, Day, 90), (spell, Phone, 60)).ShouldBeEmpty();
    }

    [Fact]
    public void TheBestSaysTheSame_TheRulesAreLeftAlone() =>
        Instead([new(CallerActKind.Unknown)], (new(CallerActKind.Tell), null, 90), (new(CallerActKind.Unknown), null, 10))
            .ShouldBeEmpty();

    [Fact]
    public void TwoFactsFitAlike_BothAreSaid() =>
        Instead([new(CallerActKind.Tell)], (new(CallerActKind.Give, "phone"), Phone, 90),
            (new(CallerActKind.Give, "day"), Day, 85), (new(CallerActKind.Correct, "day"), Day, 83))
            .ShouldBe([new CallerAct(CallerActKind.Give, "phone"), new CallerAct(CallerActKind.Give, "day")]);

    [Fact]
    public void AWishThatIsNotOver_IsNotLeft()
    {
        var bye = new CallerAct(CallerActKind.Bye);
        (CallerAct, CallerFact?, int)[] options = [(bye, null, 90), (new(CallerActKind.Wish), null, 40)];
        Instead([new(CallerActKind.Tell)], mayClose: false, options).ShouldBe([new CallerAct(CallerActKind.Wish)]);
        Instead([new(CallerActKind.Tell)], mayClose: true, options).ShouldBe([bye]);
    }

    // No rule reads these; what was learned does.
    [Theory]
    [InlineData("I'd gladly do that. So that my colleague can reach you, all I'd be wanting is a number.", "six one four")]
    [InlineData("Gladly, and it's no trouble at all. So that I can look you up, I'd be wanting your number.", "six one four")]
    public void AskedInAWayThatNoRuleKnows_GivesIt(string words, string answer)
    {
        var talk = new Talk(Talk.Mover());
        talk.Say("Copper Lane Salon, good morning. What can I do for you?");
        talk.Say(words).ShouldContain(answer, Case.Insensitive, talk.Heard(words));
    }

    // Added up by kinds it comes to what its places come to.
    [Fact]
    public void AScore_IsTheSumOfItsPlaces()
    {
        var brief = Talk.Mover();
        var agenda = new Agenda(brief);
        agenda.Open(agenda.Next!);
        var knowledge = new CallerKnowledge(brief, agenda, Talk.Now);
        const string Words = "On Friday I've got half past four, or is it six one four, five five five, zero one zero nine?";
        var acts = new Ear(SlotVocabulary.OfArguments([]), Talk.Now)
            .Hear(Words, new EarContext(SlotVocabulary.OfArguments([]), Talk.Now));
        CallerAct[] own = [new(CallerActKind.Give, "phone"), new(CallerActKind.Confirm)];
        var scored = new ReplyChooser(agenda, knowledge, Talk.Now, ReplyModel.Shipped).Options(Words, acts, own);
        var placed = new ReplyChooser(agenda, knowledge, Talk.Now, null).Options(Words, acts, own);
        scored.Select(static option => option.Score)
            .ShouldBe(placed.Select(static option => ReplyModel.Shipped.Score(option.Places)));
        scored.Select(static option => option.Score).Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void WhatWasHeardStaysHeard_WhereSomethingElseIsSaid()
    {
        var wish = new WishProgress(Talk.Mover().Wishes[0]) { State = WishState.Open };
        var recall = wish.Remember();
        (wish.State, wish.Changed, wish.Denials, wish.Pushes) = (WishState.Met, true, 1, 2);
        wish.Taken["day"] = "2026-04-18";
        recall();
        (wish.State, wish.Changed, wish.Denials, wish.Pushes).ShouldBe((WishState.Open, false, 1, 2));
        wish.Taken.ShouldBeEmpty();
    }

    private static IReadOnlyList<CallerAct> Instead(
        IReadOnlyList<CallerAct> own, params ReadOnlySpan<(CallerAct Act, CallerFact? Fact, int Score)> options) =>
        Instead(own, mayClose: true, options);

    private static IReadOnlyList<CallerAct> Instead(
        IReadOnlyList<CallerAct> own, bool mayClose,
        params ReadOnlySpan<(CallerAct Act, CallerFact? Fact, int Score)> options)
    {
        var list = new List<ReplyOption>();
        foreach (var (act, fact, score) in options)
        {
            list.Add(new ReplyOption(act, fact, [], score));
        }

        return ReplyChooser.Instead(new ReplyCase(own, list, mayClose, ReplyChooser.IsGuess(own, [])));
    }
}
