using Tollgate.Plans;
using Tollgate.Secrets;

namespace Tollgate.Tests.Secrets;

public class PlainUrlTests
{
    [Theory]
    [InlineData("https://api.example/v1", "https://api.example/v1")]
    [InlineData("https://x.example/d?api-version=2024-10-21", "https://x.example/d?api-version=2024-10-21")]
    [InlineData("https://x.example/d?token=abc&api-version=1", "https://x.example/d?token=***&api-version=1")]
    [InlineData("https://x.example/d?abc", "https://x.example/d?***")]
    [InlineData("https://u:p@x.example:8443/d#frag", "https://x.example:8443/d")]
    public void Of_AUrl_HasNothingThatMayBeASecret(string url, string shown) => PlainUrl.Of(new Uri(url)).ShouldBe(shown);

    [Theory]
    [InlineData("key")]
    [InlineData("api_key")]
    [InlineData("api-key")]
    [InlineData("apiKey")]
    [InlineData("access_token")]
    [InlineData("Subscription-Key")]
    [InlineData("code")]
    [InlineData("sig")]
    [InlineData("x-functions-key")]
    public void TryParse_AKeyInTheQuery_IsRefusedByItsName(string name)
    {
        BaseUrls.TryParse($"https://x.example/v1?{name}=hunter2-hunter2", out _, out var error).ShouldBeFalse();
        error.ShouldStartWith($"found a URL with a key in its query, as {name}; expected the key under `key` or in a header");
        error.ShouldNotContain("hunter2");
    }

    [Theory]
    [InlineData("https://x.example/openai/deployments/gpt-4o?api-version=2024-10-21", true)]
    [InlineData("https://x.example/v1?region=eu&tier=flex", true)]
    [InlineData("https://x.example/v1?sk-abcdefghijklmnop1234", false)] // A name alone may be the key itself.
    [InlineData("https://x.example/v1?r=sk-abcdefghijklmnop1234", false)]
    [InlineData("https://x.example/v1#x", false)]
    public void TryParse_AQuery_IsTakenWhereItHoldsNoKey(string text, bool isTaken)
    {
        BaseUrls.TryParse(text, out var url, out var error).ShouldBe(isTaken, error);
        error.ShouldNotContain("sk-");
        if (isTaken)
        {
            url.AbsoluteUri.ShouldBe(text);
        }
    }
}
