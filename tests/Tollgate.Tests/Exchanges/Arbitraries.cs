using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Outcome = Tollgate.Exchanges.Outcome;

namespace Tollgate.Tests.Exchanges;

/// <summary>Exchanges of every kind, likely and unlikely.</summary>
internal static class Arbitraries
{
    private static readonly Gen<long> Ns = Gen.OneOf(
        Gen.Choose(0, int.MaxValue).Select(i => (long)i),
        Gen.Choose(0, int.MaxValue).Select(i => i * 1_000_003L),
        Gen.Elements(0, long.MaxValue, 1L << 62));

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements("", "stop", "gpt-5.5", "naïve 日本語 \U0001F600", "a\0b", "\"'); DROP TABLE exchanges; "
            + "--", "line\nline"),
        Gen.Choose(0, 300).Select(length => new string('x', length)));

    private static readonly Gen<Arrival[]> Arrivals = (
        from deltaNs in Gen.OneOf(Gen.Choose(0, 50_000_000), Gen.Choose(0, 3), Gen.Elements(int.MaxValue))
        from characters in Gen.OneOf(Gen.Choose(0, 20), Gen.Elements(127, 128, int.MaxValue))
        from kind in Gen.Elements(ArrivalKind.Reasoning, ArrivalKind.Text, ArrivalKind.Tool)
        from coalesced in Gen.Elements(true, false)
        from lag in Gen.OneOf(Gen.Choose(-100_000, 100_000), Gen.Elements(int.MinValue, int.MaxValue, 0))
        select new Arrival(deltaNs, characters, kind, coalesced, lag)).ListOf().Select(list =>
        {
            var at = 1_000_000L;
            return list.Select(arrival => arrival with { AtNs = at += arrival.AtNs }).ToArray();
        });

    private static readonly Gen<Failure> Failures =
        from kind in Gen.Elements(Enum.GetValues<FailureKind>())
        from phase in Gen.Elements(Enum.GetValues<FailurePhase>())
        from message in Text
        from status in Maybe(Gen.Choose(100, 599))
        from retryAfter in Maybe(Gen.Choose(0, int.MaxValue).Select(ms => TimeSpan.FromMilliseconds(ms)))
        select new Failure(kind, phase, message) { Status = status, RetryAfter = retryAfter };

    private static readonly Gen<Timeline> Timelines =
        from intended in Ns
        from connectStart in Maybe(Ns)
        from connected in Maybe(Ns)
        from sent in Maybe(Ns)
        from firstByte in Maybe(Ns)
        from headers in Maybe(Ns)
        from end in Maybe(Ns)
        from over in Ns
        from stamp in Gen.Elements(Enum.GetValues<StampSource>())
        from arrivals in Arrivals
        select new Timeline
        {
            IntendedNs = intended,
            ConnectStartNs = connectStart,
            ConnectedNs = connected,
            SentNs = sent,
            FirstByteNs = firstByte,
            HeadersNs = headers,
            EndNs = end,
            OverNs = over,
            Stamp = stamp,
            Arrivals = arrivals,
        };

    private static readonly Gen<Reply> Replies = Gen.OneOf(
        Gen.Constant(Reply.Empty),
        from text in Text
        from reasoning in Text
        from calls in Text.Select(text => new ToolCall(text, "tool", text)).ListOf()
        select new Reply(text, reasoning, calls));

    /// <summary>Exchanges with ids 0, 1, 2 ... to the targets a and b.</summary>
    public static Arbitrary<List<Exchange>> Exchanges { get; } = (
        from target in Gen.Elements("a", "b")
        from task in Ns
        from attempt in Gen.Choose(1, 5)
        from warmup in Gen.Elements(true, false)
        from outcome in Gen.Elements(Enum.GetValues<Outcome>())
        from failure in Failures
        from timeline in Timelines
        from usage in Maybe(from n in Ns from m in Ns select new Usage(n, m, 3, m, n))
        from words in Text.ArrayOf(3)
        from given in Gen.Choose(0, 7)
        from reads in Gen.Choose(0, int.MaxValue)
        from remarks in Gen.Choose(0, 3)
        from reply in Replies
        select new Exchange
        {
            Id = 0,
            Target = target,
            TaskId = task,
            Attempt = attempt,
            Warmup = warmup,
            Outcome = outcome,
            Failure = outcome == Outcome.Failed ? failure : null,
            Timeline = timeline,
            Usage = usage,
            FinishReason = (given & 1) == 0 ? null : words[0],
            RequestId = (given & 2) == 0 ? null : words[1],
            AnsweredBy = (given & 4) == 0 ? null : words[2],
            Reads = reads,
            Remarks = (ExchangeRemarks)remarks,
            Reply = reply,
        }).ListOf().Select(list => list.Select((exchange, id) => exchange with { Id = id }).ToList()).ToArbitrary();

    public static Arbitrary<Arrival[]> OfArrivals { get; } = Arrivals.ToArbitrary();

    /// <summary>All that is in an exchange, arrivals and tool calls by their values.</summary>
    public static string Spell(Exchange exchange) => string.Join(
        "\n",
        exchange with { Reply = Reply.Empty, Timeline = exchange.Timeline with { Arrivals = default } },
        string.Join(" ", exchange.Timeline.Arrivals.ToArray()),
        exchange.Reply.Text,
        exchange.Reply.Reasoning,
        string.Join(" ", exchange.Reply.ToolCalls));

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : struct => Gen.OneOf(Gen.Constant<T?>(null), gen.Select(value => (T?)value));
}
