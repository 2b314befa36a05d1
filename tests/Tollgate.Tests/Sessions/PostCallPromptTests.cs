using Tollgate.Sessions;
using Tollgate.Suites;

namespace Tollgate.Tests.Sessions;

public class PostCallPromptTests
{
    [Fact]
    public void Of_Questions_AsksForAnAnswerToEach()
    {
        var questions = new PostCall("Label it.", new Dictionary<string, IReadOnlyList<string>>
        {
            ["outcome"] = ["booked", "it's \"café\""],
            ["mood"] = ["calm"],
        });
        PostCallPrompt.Of(questions, []).OutputSchemaJson.ShouldBe(
            """{"type":"object","properties":{"outcome":{"type":"string","enum":["booked","it\u0027s \u0022caf\u00E9\u0022"]},"mood":{"type":"string","enum":["calm"]}},"required":["outcome","mood"],"additionalProperties":false}""");
    }
}
