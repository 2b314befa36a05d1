using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Tests.Gate;

/// <summary>A rubric with something of everything, and ways to bend it.</summary>
internal static class RubricTexts
{
    public const string Good = """
        rubric: voice-agent
        about: A new model.
        confidence: 0.95
        loss_confidence: 0.99
        wins: 3
        sessions: { fewest: 150, planned: 312 }
        looks: once
        criteria:
          - measure: first_token_ms
            statistic: p95
            win: 10 %
            bad_loss: 15 %
            at_most: 1.5 s
            assume: 600 ms
            hope: 25 %
          - score: tool_arguments
            win: 1 point
            bad_loss: 3 points
            at_least: 90 %
            assume: 93 %
          - measure: cost_per_session
            win: 0.002 USD
            bad_loss: 20 %
            at_most: 0.05 USD
          - number: customer_rating
            better: higher
            win: 0.1
            bad_loss: 5 %
            may_be_missing: not every team asks for it
        leave_out:
          - session: greeting
            because: no model answers there
          - ending: stopped
            because: a person did it
        """;

    public static Rubric Read(string text)
    {
        var result = RubricReader.Read(text, "r.yaml");
        result.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        return result.Rubric.ShouldNotBeNull();
    }

    /// <summary>The good rubric with one text in another's place; <c>|</c> is a line's end.</summary>
    public static string With(string found, string put)
    {
        Good.ShouldContain(found.Replace('|', '\n'));
        return Good.Replace(found.Replace('|', '\n'), put.Replace('|', '\n'));
    }
}
