using System.Net;
using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Secrets;

namespace Tollgate.Tests.Secrets;

public class RedactorTests
{
    private const string Key = "sk-proj-01/34+67&abcdef";

    [Theory]
    [InlineData("bad key sk-proj-0123456789abcdef here", "bad key *** here")]
    [InlineData("SK-PROJ-0123456789ABCDEF", "***")]
    // As providers echo it: its beginning, asterisks, its end.
    [InlineData("Incorrect API key provided: sk-proj-****cdef. You can", "Incorrect API key provided: *** You can")]
    [InlineData("key sk-proj... is wrong", "key *** is wrong")]
    [InlineData("header token-value-1 is unknown", "header *** is unknown")]
    // What is no key stays.
    [InlineData("2 * 3 is not sk-proj", "2 * 3 is not sk-proj")]
    [InlineData("the team is voice-eu", "the team is ***")]
    public void InMessage_AKey_IsStruckOut(string message, string expected) =>
        Secrets(Target("sk-proj-0123456789abcdef")).InMessage(message).ShouldBe(expected);

    [Fact]
    public void InContent_AHeaderThatIsNoKey_IsAWordLikeOthers()
    {
        var secrets = Secrets(Target(Key));
        secrets.InContent($"voice-eu said {Key} and token-value-1").ShouldBe("voice-eu said *** and ***");
        secrets.InContent("").ShouldBe("");
    }

    public static TheoryData<string, string> Forms => new()
    {
        { "itself", Key },
        { "JSON", JsonSerializer.Serialize(Key).Trim('"') },
        { "JSON with slashes escaped", Key.Replace("/", "\\/") },
        { "a URL's", Uri.EscapeDataString(Key) },
        { "a form's", WebUtility.UrlEncode(Key) },
        { "HTML", WebUtility.HtmlEncode(Key) },
        { "hexadecimal", Convert.ToHexString(Encoding.UTF8.GetBytes(Key)).ToLowerInvariant() },
        { "base64", Base64(Key) },
        { "base64 without padding", Base64(Key).TrimEnd('=') },
        { "base64 for URLs", Base64(Key).Replace('+', '-').Replace('/', '_') },
        { "base64 of user:KEY", Base64("user:" + Key) },
        { "base64 of me:KEY", Base64("me:" + Key) },
        { "base64 of x:KEY@host", Base64($"x:{Key}@host") },
        { "base64 of :KEY for URLs", Base64(":" + Key).Replace('+', '-').Replace('/', '_') },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void Redact_AForm_IsStruckOutWholly(string what, string form)
    {
        what.ShouldNotBeEmpty();
        new Redactor([(Key, null)]).Redact($"before \"{form}\" after").ShouldBe("before \"***\" after");
        new Redactor([(Key, "K")]).Redact(form).ShouldBe("${K}");
    }

    [Theory]
    [InlineData("Bearer sk-live-abcdef123456", "sk-live-abcdef123456")]
    [InlineData("Token abcdef123456", "abcdef123456")]
    [InlineData("Basic dXNlcjpodW50ZXIyLWh1bnRlcjI=", "hunter2-hunter2")] // user:hunter2-hunter2
    [InlineData("Basic dXNlcjpodW50ZXIyLWh1bnRlcjI=", "user:hunter2-hunter2")]
    public void Redact_TheCredentialsBehindAScheme_AreSecretsThemselves(string header, string echoed) =>
        new Redactor([(header, null)]).Redact($"invalid: {echoed}!").ShouldBe("invalid: ***!");

    [Fact]
    public void Redact_AVariableInAHeader_HasItsName()
    {
        var target = Target("") with
        {
            Headers = new Dictionary<string, Secret> { ["Authorization"] = new("Bearer hunter2-hunter2") },
            Variables = [new("K", new("hunter2-hunter2"))],
        };
        Secrets(target).InMessage("no user hunter2-hunter2").ShouldBe("no user ${K}");
        Secrets(target).InMessage("no user Bearer hunter2-hunter2").ShouldBe("no user ***");
    }

    [Fact]
    public void AsWritten_ValuesOfVariables_AreTheirNamesHoweverShort()
    {
        var target = Target("") with { Variables = [new("M", new("gpt-4")), new("MAX", new("gpt-4-max"))] };
        Secrets(target).AsWritten("gpt-4-max").ShouldBe("${MAX}");
        Secrets(target).AsWritten("x/gpt-4").ShouldBe("x/${M}");
    }

    [Theory]
    [InlineData("no user sk-proj-Zq8vXw3LmN5pRt7zz9Qb4T here")]
    [InlineData("no user Zq8vXw3LmN5pRt7zz9Qb4Tx here")]
    [InlineData("no user 8vXw3LmN5pRt7zz9 here")]
    public void InMessage_MostOfAKey_IsStruckOut(string message) =>
        Secrets(Target("sk-proj-Zq8vXw3LmN5pRt7zz9Qb4Tx")).InMessage(message).ShouldBe("no user *** here");

    private static TargetSecrets Secrets(Target target) => TargetSecrets.Of(target);

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static Target Target(string key) => new()
    {
        Name = "t",
        Wire = "openai-chat",
        Url = new Uri("http://localhost"),
        Model = "m",
        ApiKey = new Secret(key),
        Headers = new Dictionary<string, Secret> { ["x-token"] = new("token-value-1"), ["x-team"] = new("voice-eu") },
    };
}
