using Tollgate.Exchanges;
using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Scores.Words;
using Tollgate.Sessions.Adjudication;
using Tollgate.Tests.Suites;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Tests.Sessions.Adjudication;

/// <summary>A model rules on what the rules cannot judge, and on nothing else.</summary>
public class AdjudicatorTests
{
    // No value, no action, and nothing that the suite says anything about: no rule decides it.
    private const string Unsure = "The chain guard fits tandems rather tightly around the bracket.";

    private static readonly Target Judge = Rehearsal.Target with { Name = "judge", Model = "judge" };

    [Fact]
    public void WithoutAnAdjudicator_TheSentenceIsOpen_AndCountsAsUndecided()
    {
        var (call, score) = Play(null);
        call.Rulings.ShouldBeEmpty();
        score.Open.ShouldContain(static one => one.Sentence == Unsure);
        score.Counts[FabricationsScore.Name].Undecided.ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("grounded", 0)]
    [InlineData("invented", 1)]
    [InlineData("contradicted", 1)]
    public void WhatItRules_Counts(string ruling, int faults)
    {
        var (call, score) = Play($"{{\"because\": \"so it is\", \"ruling\": \"{ruling}\"}}");
        var kept = call.Rulings.ShouldHaveSingleItem();
        (kept.Sentence, kept.Model).ShouldBe((Unsure, "judge"));
        kept.Words.ShouldContain("so it is");
        score.Open.ShouldBeEmpty();
        score.Counts[FabricationsScore.Name].Undecided.ShouldBe(0);
        score.Counts[FabricationsScore.Name].Sum.ShouldBe(faults);
        score.Items.Count(static item => item.Reason.StartsWith("judge ruled", StringComparison.Ordinal)).ShouldBe(faults);
    }

    [Theory]
    [InlineData("{\"ruling\": \"undecided\"}")]
    [InlineData("{\"ruling\": \"rubbish\"}")]
    [InlineData("I would say it is fine.")]
    [InlineData("")]
    [InlineData(null)]
    public void WhatCannotBeRead_OrNeverComes_LeavesItUndecided(string? answer)
    {
        var (call, score) = Play(answer ?? "fails");
        call.Rulings.ShouldHaveSingleItem().Says.ShouldBe(RulingKind.Undecided);
        score.Open.ShouldHaveSingleItem();
        score.Counts[FabricationsScore.Name].Undecided.ShouldBe(1);
        call.Ending.ShouldNotBe(SessionEnding.Failed);
    }

    [Fact]
    public void Asked_WithWhatWasKnown_AndNotMeasured()
    {
        var rehearsal = Rehearse("{\"ruling\": \"grounded\"}");
        var asked = rehearsal.Model!.Requests.Where(static one => one.Target.Name == "judge").ShouldHaveSingleItem().Prompt;
        var text = asked.Messages.ShouldHaveSingleItem().Text;
        text.ShouldContain("The sentence: " + Unsure);
        text.ShouldContain("Caller: ");
        text.ShouldContain("What the agent was told:");
        asked.Temperature.ShouldBe(0);
        rehearsal.Exchanges.ShouldAllBe(static one => one.Target == "model");
    }

    [Fact]
    public void Rulings_AreKeptInTheTranscript()
    {
        var call = Play("{\"ruling\": \"invented\"}").Call;
        TranscriptJson.Read(TranscriptJson.Write(call)).Rulings.ShouldBe(call.Rulings);
    }

    private static (Transcript Call, SessionScore Score) Play(string? answer)
    {
        var rehearsal = Rehearse(answer);
        var suite = Rehearsal.Read(Suite());
        return (rehearsal.Only, SessionScorer.Score(suite, suite.Find("own_records")!, rehearsal.Only));
    }

    private static Rehearsal Rehearse(string? answer)
    {
        string[] agent = ["One moment, please.", Unsure, "Goodbye."];
        var turn = 0;
        return Rehearsal.Play(
            Suite(),
            request => request.Target.Name != "judge" ? Rehearsal.Say(agent[Math.Min(turn++, agent.Length - 1)])
                : answer == "fails" ? "fails" : Rehearsal.Say(answer!),
            settings => settings with
            {
                Sessions = [settings.Suite.Find("own_records")!],
                Adjudicator = answer is null ? null : Judge,
            });
    }

    private static string Suite() => SuiteFiles.Text("../../../Suites/Files/briefs.yaml");
}
