using Tollgate.Exchanges;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Scores;
using Tollgate.Suites;
using Tollgate.Tests.Measures;
using Tollgate.Tests.Runs;
using Tollgate.Tests.Sessions;
using Tollgate.Transport;

namespace Tollgate.Tests.Reports;

/// <summary>
/// A small rehearsal of two models, one good and one that gets things wrong, for the golden files. What callers and
/// models say is not harmless.
/// </summary>
internal static class SampleRehearsal
{
    private const string Wishes = """
            opens: "I am <script>alert('Tallow')</script>, book me in for the fifth."
            looks_up: [ { find_guest: { name: Tallow } } ]
            does: [ { book: { guest_id: G-1, day: 2026-03-05 } } ]
            labels: { sentiment: good }
          bill:
            opens: "And then there is my bill."
            hands_over_to: bills
        """;

    private const string Manner = """
            faults: [ { find_guest: time_out } ]
            interrupts: [4]
            backchannel: mhm
        """;

    private const string PostCall =
        "post_call:\n  instructions: Read.\n  questions: { sentiment: [good, bad] }\n";

    public static readonly string Yaml =
        Desk.With(Wishes, Manner, PostCall).Replace("wishes: [room]", "wishes: [room, bill]", StringComparison.Ordinal);

    private static readonly Target Good = Rehearsal.Target with { Name = "good", Price = Recorded.Price };

    private static readonly Target Bad = Good with { Name = "bad <b>&amp;" };

    /// <summary>Plays it in virtual time, three times with each model, and reports on the file that it left.</summary>
    public static async Task<RunReport> ReportAsync()
    {
        using var folder = new RunFolder();
        using var file = RunFolder.Open(await WriteAsync(folder, Yaml));
        return RunReport.Of([file]);
    }

    /// <summary>The run's file, in which another text stands for the suite's, and sessions may be bent.</summary>
    public static async Task<string> WriteAsync(
        RunFolder folder, string suiteText, Func<SessionRecord, SessionRecord>? bend = null)
    {
        var played = Rehearsal.Play(Yaml, Answer, settings => settings with
        {
            Targets = [Good, Bad], Repetitions = 3, PostCall = true, Noise = 0,
        });
        var suite = Rehearsal.Read(Yaml);
        var info = RunFolder.Info with
        {
            Seed = 1,
            Targets = [Good, Bad],
            Suite = new SuiteInfo(suite.Name, suite.Digest, suiteText),
            Configuration = new RehearseConfiguration { Targets = [], StandIn = "none" },
            Stamp = StampSource.Virtual,
        };
        var path = folder.NewPath();
        await using (var writer = RunWriter.TryCreate(path, info, TimeProvider.System, out var error).ShouldNotBeNull(error))
        {
            foreach (var exchange in played.Exchanges)
            {
                writer.Issued(exchange.Target);
                writer.Ended(exchange with { Usage = new Usage(400, 100, 0, exchange.Timeline.Arrivals.Length, 0) });
            }

            foreach (var transcript in played.Transcripts)
            {
                var score = SessionScorer.Score(suite, suite.Sessions[0], transcript);
                var record = new SessionRecord(
                    transcript, score.Counts.ToDictionary(count => count.Key, count => (
                        count.Value.Sum, count.Value.Count, count.Value.Undecided)));
                writer.Ended(bend?.Invoke(record) ?? record);
            }

            await writer.CompleteAsync(new RunEnd("finished", true, []));
        }

        return path;
    }

    private static Reply Answer(ExchangeRequest request)
    {
        var prompt = request.Prompt;
        var good = request.Target.Name == Good.Name;
        var tools = prompt.Messages.Count(message => message.Role == Role.Tool);
        var last = prompt.Messages[^1];
        if (prompt.OutputSchemaJson is not null)
        {
            return Rehearsal.Say(good ? """{"sentiment":"good"}""" : """{"sentiment":"<i>"}""");
        }

        var wantsBill = prompt.Messages.Any(message =>
            message.Role == Role.User && message.Text.Contains("bill", StringComparison.Ordinal));
        return (last.Role, tools, wantsBill) switch
        {
            (Role.User, 0, _) => Rehearsal.Call(
                "find_guest", good ? """{"name":"Tallow"}""" : """{"name":"<u>Tallon"}""", "One moment."),
            (Role.Tool, 1, _) => Rehearsal.Call("find_guest", """{"name":"Tallow"}"""),
            (Role.Tool, 2, _) => Rehearsal.Call(
                "book", $$"""{"guest_id":"G-1","day":"2026-03-0{{(good ? 5 : 9)}}"}"""),
            (Role.Tool, 3, _) when !good =>
                Rehearsal.Say("<img src=x onerror=alert(1)> You are booked for March ninth, Mr. Tallow. Anything else?"),
            (Role.User, 3, true) when good => Rehearsal.Call("transfer_to_bills", "{}"),
            (Role.Tool, 4, _) => Rehearsal.Say("Billing here, the bill is on its way. Is there anything else?"),
            (_, 4, _) => Rehearsal.Say("Goodbye."),
            (_, 3, _) when good =>
                Rehearsal.Say("You are booked, Mr. Tallow. Is there anything else that I can do for you today?"),
            _ => Rehearsal.Say("Lovely weather."),
        };
    }
}
