using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

public class LookHistoryTests
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Rubric Rubric = GateSamples.Rubric(1, GateSamples.Arguments) with { Digest = Digest('d') };

    // What the ledger holds before (baseline's runs, candidate's runs, pairs), the runs of now, and what is found.
    [Theory]
    [InlineData("", "1/2", "", 0, false)]
    [InlineData("1/2:40", "1/2", "", 0, true)] // just the same
    [InlineData("13/24:80", "31/42", "", 0, true)] // in another order
    [InlineData("1/2:40", "13/24", "40", 0, false)] // a later look
    [InlineData("1/2:40 13/24:80", "135/246", "40 80", 0, false)]
    [InlineData("13/24:80 1/2:40", "135/246", "40 80", 0, false)] // ascending, whatever came first
    [InlineData("1/2:40 13/24:80", "13/24", "40", 0, true)] // the second look again
    [InlineData("13/24:80 1/2:40", "13/24", "", 1, true)] // what came after a verdict does not change it
    [InlineData("1/2:40", "3/4", "", 1, false)] // other runs
    [InlineData("1/2:40 3/4:40 5/6:40", "7/8", "", 3, false)]
    [InlineData("1/2:40", "13/26", "40", 0, false)] // the very runs are among them
    [InlineData("1/2:40", "3/2", "", 1, false)] // one side alone is no earlier look
    [InlineData("1/2:40", "1/3", "", 1, false)] // whichever it is
    [InlineData("13/24:80", "1/2", "", 1, false)] // fewer than were looked at
    [InlineData("1/2:40 3/4:40", "13/24", "40", 0, false)] // two looks at halves are earlier looks both
    public void Of_WhatTheLedgerHolds_TellsEarlierLooksFromOthers(
        string before, string now, string earlier, int others, bool same)
    {
        var series = Look(before, now, Rubric);
        series.Earlier.ShouldBe(earlier.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse));
        series.Others.ShouldBe(others);
        (series.Same is not null).ShouldBe(same);
        series.Decided.ShouldBeNull();
    }

    // Another rubric's verdicts, and those on others, are none of this series.
    [Theory]
    [InlineData("rubric")]
    [InlineData("baseline")]
    [InlineData("candidate")]
    [InlineData("sides exchanged")]
    public void Of_VerdictsOfAnotherSeries_AreNotSeen(string what)
    {
        var verdict = Verdict("1/2:40");
        var ledger = Append(Empty, what switch
        {
            "rubric" => verdict with { RubricDigest = Digest('e') },
            "baseline" => verdict with { Baseline = "older" },
            "candidate" => verdict with { Candidate = "newer" },
            _ => verdict with { Baseline = "new", Candidate = "old" },
        });
        var (baseline, candidate) = Sides("1/2");
        var series = LookHistory.Of(ledger, Rubric, baseline, candidate);
        (series.Earlier.Count, series.Same, series.Others).ShouldBe((0, null, 0));
    }

    // What the ledger holds before (the sides' runs; "x" for another rubric, "~" for exchanged sides), the runs of now,
    // and how many verdicts of other rubrics and of exchanged sides there are.
    [Theory]
    [InlineData("x1/2:40", "1/2", 1, 0)]
    [InlineData("x1/2:40 x1/2:40", "1/2", 2, 0)]
    [InlineData("x1/3:40", "1/2", 1, 0)] // one side's run is enough
    [InlineData("x3/2:40", "1/2", 1, 0)]
    [InlineData("x13/24:80", "1/2", 1, 0)] // among others
    [InlineData("x3/4:40", "1/2", 0, 0)] // other runs
    [InlineData("~2/1:40", "1/2", 0, 1)] // by this rubric
    [InlineData("x~2/1:40", "1/2", 0, 1)] // by another
    [InlineData("~2/3:40", "1/2", 0, 1)]
    [InlineData("~1/2:40", "1/2", 0, 0)] // the seals of the other sides: other targets of other runs
    [InlineData("1/2:40", "1/2", 0, 0)] // the series itself
    public void Of_VerdictsOnTheSameRuns_AreCountedBySeal(string before, string now, int byOthers, int exchanged)
    {
        var ledger = Empty;
        foreach (var text in before.Split(' '))
        {
            var verdict = Verdict(text.TrimStart('x', '~'));
            verdict = text.Contains('x') ? verdict with { RubricDigest = Digest('e') } : verdict;
            ledger = Append(ledger, text.Contains('~') ? verdict with { Baseline = "new", Candidate = "old" } : verdict);
        }

        var (baseline, candidate) = Sides(now);
        var series = LookHistory.Of(ledger, Rubric, baseline, candidate);
        (series.ByOtherRubrics.Count, series.Exchanged.Count).ShouldBe((byOthers, exchanged));
        series.IsAs(LookHistory.Of(ledger, Rubric, baseline, candidate)).ShouldBeTrue();
        series.IsAs(LookHistory.Of(Empty, Rubric, baseline, candidate)).ShouldBe(byOthers + exchanged == 0 && series.Same is null);
    }

    [Fact]
    public void Of_AnEarlierLookThatDecided_IsTheFirstThatDid()
    {
        var ledger = Append(Empty, Verdict("1/2:40"));
        ledger = Append(ledger, Verdict("13/24:80") with { Outcome = VerdictOutcome.Reject });
        ledger = Append(ledger, Verdict("135/246:120") with { Outcome = VerdictOutcome.Adopt });
        var (baseline, candidate) = Sides("1357/2468");
        var series = LookHistory.Of(ledger, Rubric, baseline, candidate);
        series.Decided!.Outcome.ShouldBe(VerdictOutcome.Reject);
        series.Earlier.ShouldBe([40, 80, 120]);
    }

    [Fact]
    public void Of_TheSameRunsTwice_NamesTheFirstVerdict()
    {
        var ledger = Append(Append(Empty, Verdict("1/2:40")), Verdict("1/2:40") with { Outcome = VerdictOutcome.Adopt });
        var (baseline, candidate) = Sides("1/2");
        LookHistory.Of(ledger, Rubric, baseline, candidate).Same!.Verdict!.Outcome.ShouldBe(VerdictOutcome.Inconclusive);
    }

    private static Ledger Empty => Read([]);

    private static LookHistory Look(string before, string now, Rubric rubric)
    {
        var ledger = before.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Verdict).Aggregate(Empty, Append);
        var (baseline, candidate) = Sides(now);
        return LookHistory.Of(ledger, rubric, baseline, candidate);
    }

    private static LedgerVerdict Verdict(string text)
    {
        var (runs, pairs) = (text.Split(':')[0].Split('/'), int.Parse(text.Split(':')[1]));
        return new LedgerVerdict
        {
            RubricDigest = Rubric.Digest,
            Baseline = "old",
            Candidate = "new",
            BaselineRuns = Runs(runs[0]),
            CandidateRuns = Runs(runs[1]),
            Sessions = pairs,
            Look = 1,
            Outcome = VerdictOutcome.Inconclusive,
        };
    }

    private static (SideEvidence Baseline, SideEvidence Candidate) Sides(string text) => (
        GateSamples.Side("old", []) with { Runs = Runs(text.Split('/')[0]) },
        GateSamples.Side("new", []) with { Runs = Runs(text.Split('/')[1]) });

    // A run's name may be any: what counts is its seal.
    private static List<(string, string)> Runs(string digits) =>
        [.. digits.Select((digit, i) => ($"run{i}", Digest(digit)))];

    private static string Digest(char digit) => new(digit, 64);

    private static Ledger Append(Ledger ledger, LedgerVerdict verdict)
    {
        var lines = new List<byte>();
        var again = Empty;
        foreach (var one in ledger.Entries.Select(entry => entry.Verdict!).Append(verdict)) // All are verdicts.
        {
            lines.AddRange(again.Next(one, Start, null).Line);
            again = Read([.. lines]);
        }

        return again;
    }

    private static Ledger Read(byte[] bytes)
    {
        var (ledger, error) = Ledger.Read(bytes, "l.jsonl");
        return ledger.ShouldNotBeNull(error?.ToString());
    }
}
