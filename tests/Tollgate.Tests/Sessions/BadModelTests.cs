using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Tests.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Sessions;

/// <summary>Models that cannot hold a call: the caller bears with them for a while, and the call ends.</summary>
public class BadModelTests
{
    private static readonly string[] Foreign =
    [
        "Guten Tag, womit kann ich Ihnen helfen?", "Könnten Sie mir bitte Ihre Telefonnummer nennen?",
        "Einen Moment, ich sehe nach.", "¿Podría repetirlo, por favor?", "お電話ありがとうございます。",
    ];

    private static readonly string[] Words =
    [
        "what", "is", "your", "the", "phone", "number", "or", "friday", "at", "ten", "?", ".", ",", "six", "one", "four",
        "booked", "i've", "not", "found", "sorry", "spell", "again", "shall", "i", "anything", "else", "goodbye", "hold",
        "no", "yes", "area", "code", "year", "last", "digits", "P", "R-1001", "1", "‮", "\u0000", "😀", "half", "past",
    ];

    public static TheoryData<string> Manners => ["silent", "copies", "foreign", "talks", "calls", "soup", "shouts", "asks"];

    [Theory]
    [MemberData(nameof(Manners))]
    public void TheCallEnds_AndIsScored(string manner)
    {
        var suite = SuiteReader.Read(SuiteFiles.Text("briefs.yaml", Place()), "briefs.yaml").Suite.ShouldNotBeNull();
        var random = new Random(7);
        foreach (var session in suite.Sessions.Concat(BriefDrawer.Draw(suite, 40, 3)))
        {
            var transcript = new DryCall(suite, session, 5).Play((move, _, _) => Answer(manner, move, random));
            transcript.Ending.ShouldBeOneOf(SessionEnding.OffScript, SessionEnding.Bounded, SessionEnding.Finished);
            transcript.EndingWhy.ShouldNotBeEmpty();
            var score = SessionScorer.Score(suite, session, transcript);
            score.Items.Count(static item => item.Score == GoalsScore.Name && item.Right == true).ShouldBe(0, session.Name);
        }
    }

    // Who hears nothing, or nothing that he understands, says so and gives up aloud.
    [Theory]
    [InlineData("silent")]
    [InlineData("foreign")]
    [InlineData("copies")]
    public void TheCallerGivesUpAloud_BeforeTheBound(string manner)
    {
        var suite = SuiteReader.Read(SuiteFiles.Text("briefs.yaml", Place()), "briefs.yaml").Suite.ShouldNotBeNull();
        var random = new Random(7);
        var transcript = new DryCall(suite, suite.Find("somebody")!, 5).Play((move, _, _) => Answer(manner, move, random));
        transcript.Ending.ShouldBe(SessionEnding.OffScript);
        transcript.Entries.OfType<CallerSaid>().Count().ShouldBeLessThan(20);
        transcript.Entries.OfType<CallerSaid>().Last().Said.ShouldContain("another time");
    }

    private static Reply Answer(string manner, CallerMove? move, Random random) => manner switch
    {
        "silent" => Say(""),
        "copies" => Say(move?.Text ?? ""),
        "foreign" => Say(Foreign[random.Next(Foreign.Length)]),
        "talks" => Say("We have been here for thirty years, and people come from all over the county because of our bells."),
        "calls" => new Reply("", "", [new ToolCall("c", "find_customer", "{\"phone\": \"1\"}")]),
        "soup" => Say(string.Join(' ', Enumerable.Range(0, random.Next(1, 40)).Select(_ => Words[random.Next(Words.Length)]))),
        "shouts" => Say(new string('A', 20_000) + "!?!?!?"),
        _ => Say("What's your shoe size?"),
    };

    private static Reply Say(string text) => new(text, "", []);

    private static string Place() => Path.Combine(SuiteFiles.Shipped(), "..", "..", "tests", "Tollgate.Tests", "Suites", "x.cs");
}
