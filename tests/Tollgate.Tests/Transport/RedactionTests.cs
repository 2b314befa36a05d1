using Tollgate.Exchanges;
using Tollgate.Transport;

namespace Tollgate.Tests.Transport;

public class RedactionTests
{
    [Theory]
    [InlineData("bad key sk-proj-0123456789abcdef here", "bad key *** here")]
    // As providers echo it: its beginning, asterisks, its end.
    [InlineData("Incorrect API key provided: sk-proj-****cdef. You can", "Incorrect API key provided: *** You can")]
    [InlineData("key sk-proj... is wrong", "key *** is wrong")]
    [InlineData("header token-value-1 is unknown", "header *** is unknown")]
    // What is no key stays.
    [InlineData("2 * 3 is not sk-proj", "2 * 3 is not sk-proj")]
    public void Redact_MessageWithAKey_LosesIt(string message, string expected)
    {
        var target = new Target
        {
            Name = "t",
            Wire = "openai-chat",
            Url = new Uri("http://localhost"),
            Model = "m",
            ApiKey = new Secret("sk-proj-0123456789abcdef"),
            Headers = new Dictionary<string, Secret> { ["x-token"] = new("token-value-1") },
        };
        var failure = new Failure(FailureKind.Unauthorized, FailurePhase.Headers, message);
        Redaction.Redact(failure, target).Message.ShouldBe(expected);
    }
}
