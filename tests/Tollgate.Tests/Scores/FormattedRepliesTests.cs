using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Scores;

public class FormattedRepliesTests
{
    private static readonly SuiteSession Session = SampleSuite.Suite.Sessions[1];

    [Theory]
    [InlineData("You have **two** bookings.", "emphasis", "**two**")]
    [InlineData("**Note:**it is Friday.", "emphasis", "**Note:**")] // Within a word, as Markdown allows.
    [InlineData("That is *quite* late.", "emphasis", "*quite*")]
    [InlineData("That is _quite_ late.", "emphasis", "_quite_")]
    [InlineData("***Really* late.**", "emphasis", "***Really*")]
    [InlineData("It is ~~Friday~~ Monday.", "emphasis", "~~Friday~~")]
    [InlineData("Your code is `APT-1001`.", "code", "`APT-1001`")]
    [InlineData("```\nAPT-1001\n```", "code", "```")]
    [InlineData("Sure.\n## Bookings\nOne.", "heading", "## B")]
    [InlineData("Sure.\r\n---\r\nOne.", "rule", "---")]
    [InlineData("You can have:\n- Friday\n- Monday", "list", "- F")]
    [InlineData("You can have:\r\n  • Friday", "list", "• F")]
    [InlineData("1. Friday\n2. Monday", "list", "1. Friday\n2. M")]
    [InlineData("1) Friday\n\n2) Monday", "list", "1) Friday\n\n2) M")]
    [InlineData("> You said Friday.", "quote", "> Y")]
    [InlineData("| day | time |", "table", "| day |")]
    [InlineData("See [our page](https://clinic.example).", "link", "[our page](https://clinic.example)")]
    [InlineData("See https://clinic.example/book now.", "address", "https://clinic.example/book")]
    [InlineData("See www.clinic.example now.", "address", "www.clinic.example")]
    [InlineData("You are <b>booked</b>.", "element", "<b>")]
    [InlineData("Booked.<br/>Anything else?", "element", "<br/>")]
    [InlineData("Smith &amp; Sons", "element", "&amp;")]
    [InlineData("You are booked! 😀", "emoji", "😀")]
    [InlineData("Booked ✅", "emoji", "✅")]
    [InlineData("Press 1️⃣.", "emoji", "\uFE0F")]
    public void Score_AReplyWithMarkup_IsCharged(string text, string kind, string found)
    {
        var score = Score(Begin().Answer(text).End());
        score.Counts[FormattedRepliesScore.Name].ShouldBe(new ScoreCount(1, 1));
        var item = score.Items.Single(static one => one.Score == FormattedRepliesScore.Name);
        (item.Right, item.Turn, item.Entry, item.Found).ShouldBe((false, 1, 1, found));
        item.Reason.ShouldEndWith($": {kind}.");
    }

    [Theory]
    [InlineData("You are booked for Friday at 10:30 - anything else?")]
    [InlineData("That's 5 * 3 = 15 dollars, and 10 > 9.")]
    [InlineData("It is the card ending in **** 1234 or ****5678.")]
    [InlineData("Your user name is mary_jane_smith, right?")]
    [InlineData("The price is $20* plus tax.")] // No pair.
    [InlineData("Write to mary@clinic.example, or see clinic.example.")]
    [InlineData("4. Is that right?")] // One number is no list.
    [InlineData("We have:\n10 a.m.\n2 p.m.")] // Line breaks alone are heard as pauses.
    [InlineData("You are number #1 in the line.")]
    [InlineData("It costs -5 degrees, AT&T says; R&D too.")]
    [InlineData("One moment.<break time=\"500ms\"/><say-as interpret-as=\"date\">2026-03-06</say-as>")] // SSML.
    [InlineData("It's “here” … naïve café, 100% – 20°C, ½ & €5™.")]
    public void Score_AReplyThatCanBeSpoken_IsNot(string text) =>
        Score(Begin().Answer(text).End()).Counts[FormattedRepliesScore.Name].ShouldBe(new ScoreCount(0, 1));

    [Fact]
    public void Score_TrialsAre_RepliesHeardApartFromTheSuitesGreeting()
    {
        var greeting = SampleSuite.Suite.Agents["front_desk"].Greeting;
        var score = Score(new TranscriptBuilder(SampleSuite.Suite, Session).Answer(greeting).Say("ask")
            .Answer("**Sure.**").Answer("- One").Say("", "Yes?").Answer("Fine.").Say("", "No.")
            .Answer("**Never said.**", heard: "").End());
        score.Counts[FormattedRepliesScore.Name].ShouldBe(new ScoreCount(2, 3));
    }

    // What the caller did not wait for was written all the same.
    [Fact]
    public void Score_AnInterruptedReply_IsJudgedWhole() => Score(Begin().Answer("Sure. **Friday** then.", heard: "Sure.").End())
        .Counts[FormattedRepliesScore.Name].ShouldBe(new ScoreCount(1, 1));

    [Fact]
    public void Score_WithoutAReply_HasNoTrial() =>
        Score(Begin().End()).Counts[FormattedRepliesScore.Name].ShouldBe(default);

    // Text of a model: no pattern may run away with it.
    [Theory]
    [InlineData("*")]
    [InlineData("*a ")]
    [InlineData("1. x\n")]
    [InlineData("<a ")]
    [InlineData("[")]
    [InlineData("_ a")]
    public void Score_ALongReply_IsReadInOneGo(string part)
    {
        var score = Score(Begin().Answer(string.Concat(Enumerable.Repeat(part, 20_000))).End());
        score.Counts[FormattedRepliesScore.Name].Count.ShouldBe(1);
    }

    private static TranscriptBuilder Begin() => new TranscriptBuilder(SampleSuite.Suite, Session).Say("ask");

    private static SessionScore Score(Transcript transcript) =>
        SessionScorer.Score(SampleSuite.Suite, Session, transcript);
}
