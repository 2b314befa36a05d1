using System.Text.Json;
using Tollgate.Gate.Reading;

namespace Tollgate.Tests.Gate;

public class RubricFormTests
{
    // Another order, layout, comments, other words for the same amounts, defaults written out: the same meaning.
    private const string Same = """
        # The same, another way.
        criteria:
          - { bad_loss: 5%, win: .10, may_be_missing: 'not every team asks for it', better: higher, number: customer_rating, unit: plain, statistic: mean }
          - { at_most: 0.050 USD, bad_loss: 20.0 %, win: 0.002 USD, measure: cost_per_session, better: lower, name: cost_per_session }
          - hope: 25%
            at_most: 1500ms
            assume: 0.6 s
            bad_loss: 15%
            win: 10%
            statistic: p95.0
            measure: first_token_ms
          - { score: tool_arguments, win: 1 points, bad_loss: 3 points, at_least: 90%, assume: 93 %, hope: 2 points }
        leave_out:
          - { because: a person did it, ending: stopped }
          - { because: no model answers there, session: greeting }
        sessions: { planned: 312, fewest: 150 }
        wins: 3
        loss_confidence: 0.990
        about: "A new model."
        rubric: voice-agent
        """;

    // The digest is what the release printed in which the figures had their former names.
    [Theory]
    [InlineData("unlooked_answers", "dry_turns")]
    [InlineData("answers_without_lookup", "underrun_turns")]
    public void Digest_OfAFigureInEitherSpelling_IsThePublishedOne(string score, string measure)
    {
        var rubric = RubricTexts.Read($$"""
            rubric: voice-agent
            wins: 1
            sessions: { fewest: 150, planned: 312 }
            criteria:
              - { score: {{score}}, win: 1 point, bad_loss: 3 points }
              - { measure: {{measure}}, win: 1 point, bad_loss: 3 points }
              - { score: goals, win: 1 point, bad_loss: 3 points }
            """);
        rubric.Digest.ShouldBe("5ac4a32caedd24c8efc696c3568fb40d4d41d8b49716f89fea197e9729e6e906");

        // What is judged and printed has the names of today, whatever the file has.
        rubric.Criteria.Select(static one => (one.Name, one.Figure.Name)).ShouldBe(
            [("answers_without_lookup", "answers_without_lookup"), ("underrun_turns", "underrun_turns"), ("goals", "goals")]);
        PublishedErrors.Bind(rubric, rubric.Canonical).Criteria.Select(static one => one.Error)
            .ShouldBe(rubric.Criteria.Select(static one => one.Error is { } error ? error with { Unit = "" } : null));
    }

    // What is changed, and the keys in which the forms then differ.
    public static TheoryData<string, string, string[]> Changes => new()
    {
        { "win: 10 %", "win: 10 %", [] }, // Nothing.
        { "win: 10 %", "win: 11 %", ["criteria[first_token_ms.p95].win"] },
        { "win: 1 point", "win: 2 points", ["criteria[tool_arguments].hope", "criteria[tool_arguments].win"] },
        { "bad_loss: 15 %", "bad_loss: 15 ms", ["criteria[first_token_ms.p95].bad_loss"] },
        { "hope: 25 %", "hope: 30 %", ["criteria[first_token_ms.p95].hope"] },
        { "at_most: 1.5 s", "at_most: 1501 ms", ["criteria[first_token_ms.p95].at_most"] },
        { "    at_least: 90 %|", "", ["criteria[tool_arguments].at_least"] },
        { "statistic: p95", "statistic: p90", ["criteria[first_token_ms.p90]", "criteria[first_token_ms.p95]"] },
        { "0.05 USD", "0.06 USD", ["criteria[cost_per_session].at_most"] },
        { "    better: higher", "    better: lower", ["criteria[customer_rating].better"] },
        { "about: A new model.", "about: A newer model.", ["about"] },
        { "wins: 3", "wins: 2", ["wins"] },
        { "wins: 3", "wins: 3|seed: 7", ["seed"] },
        { "wins: 3", "wins: 3|score_errors: measured", [] }, // What it is anyway.
        { "wins: 3", "wins: 3|score_errors: ignored", ["criteria[tool_arguments].score_error"] },
        { "assume: 93 %", "assume: 93 %|    undecided: 4 %", ["criteria[tool_arguments].undecided"] },
        { "    better: higher", "    better: higher|    missing: refuse", [] }, // What it is anyway.
        { "    better: higher", "    better: higher|    missing: leave_out", ["criteria[customer_rating].missing"] },
        { "    better: higher", "    better: higher|    missing: worst|    worst: 1", ["criteria[customer_rating].missing", "criteria[customer_rating].worst"] },
        { "planned: 312", "planned: 400", ["looks.at", "sessions.planned"] },
        { "looks: once", "looks: pocock", ["looks.at", "looks.design"] },
        { "loss_confidence: 0.99", "loss_confidence: 0.999", ["loss_confidence"] },
        { "a person did it", "so", ["leave_out"] },
        { "voice-agent", "chat-agent", ["rubric"] },
    };

    [Fact]
    public void Digest_OfTheSameMeaning_IsTheSameAndTheTextsIsNot()
    {
        var (one, other) = (RubricTexts.Read(RubricTexts.Good), RubricTexts.Read(Same));
        other.Canonical.ShouldBe(one.Canonical);
        other.Digest.ShouldBe(one.Digest);
        other.TextDigest.ShouldNotBe(one.TextDigest);
    }

    [Fact]
    public void Digest_OfCarriageReturns_IsThatOfLineFeeds()
    {
        var lf = RubricTexts.Read(RubricTexts.Good.ReplaceLineEndings("\n"));
        var crlf = RubricTexts.Read(RubricTexts.Good.ReplaceLineEndings("\r\n"));
        (crlf.Digest, crlf.TextDigest).ShouldBe((lf.Digest, lf.TextDigest));
        RubricTexts.Read(RubricTexts.Good + "\n# a comment\n").Digest.ShouldBe(lf.Digest);
        RubricTexts.Read(RubricTexts.Good + "\n# a comment\n").TextDigest.ShouldNotBe(lf.TextDigest);
    }

    // The reference is coreutils' sha256sum of "abc", which is FIPS 180-2's own example.
    [Fact]
    public void DigestOf_Abc_IsThatOfTheStandard() => RubricForm.DigestOf("abc")
        .ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void Canonical_HasNoSpacesAndKeysInOrdinalOrder()
    {
        var rubric = RubricTexts.Read(RubricTexts.With("about: A new model.", "about: \"é <b> \\\"x\\\"\""));
        rubric.Canonical.ShouldAllBe(one => one < 128);
        rubric.Digest.ShouldBe(RubricForm.DigestOf(rubric.Canonical));
        using var form = JsonDocument.Parse(rubric.Canonical);
        ShouldBeSorted(form.RootElement);
        JsonSerializer.Serialize(form.RootElement).ShouldBe(rubric.Canonical);
    }

    [Theory]
    [MemberData(nameof(Changes))]
    public void Differences_OfAChange_AreItsKeys(string found, string put, string[] keys)
    {
        var (before, after) = (RubricTexts.Read(RubricTexts.Good), RubricTexts.Read(RubricTexts.With(found, put)));
        RubricForm.Differences(before.Canonical, after.Canonical).ShouldBe(keys);
        (before.Digest == after.Digest).ShouldBe(keys.Length == 0);
    }

    private static void ShouldBeSorted(JsonElement node)
    {
        if (node.ValueKind == JsonValueKind.Object)
        {
            var keys = node.EnumerateObject().Select(one => one.Name).ToList();
            keys.ShouldBe(keys.Order(StringComparer.Ordinal));
            node.EnumerateObject().ToList().ForEach(one => ShouldBeSorted(one.Value));
        }
        else if (node.ValueKind == JsonValueKind.Array)
        {
            node.EnumerateArray().ToList().ForEach(ShouldBeSorted);
        }
    }
}
