using Tollgate.Exchanges;
using Tollgate.Wires.Catalog;

namespace Tollgate.Tests.Wires;

public class WireUrlTests
{
    [Theory]
    // As the SDKs take them: OpenAI's with /v1, Anthropic's without; a slash at the end changes nothing.
    [InlineData("openai-chat", "https://api.openai.com/v1", "https://api.openai.com/v1/chat/completions")]
    [InlineData("openai-chat", "https://api.openai.com/v1/", "https://api.openai.com/v1/chat/completions")]
    [InlineData("openai-chat", "http://localhost:8000", "http://localhost:8000/v1/chat/completions")]
    [InlineData("openai-responses", "https://api.openai.com/v1", "https://api.openai.com/v1/responses")]
    [InlineData("anthropic", "https://api.anthropic.com", "https://api.anthropic.com/v1/messages")]
    [InlineData("anthropic", "https://api.anthropic.com/v1", "https://api.anthropic.com/v1/messages")]
    // Versions that are not v1, and versions in the middle.
    [InlineData("openai-chat", "https://x.example/v1beta/openai/v2", "https://x.example/v1beta/openai/v2/chat/completions")]
    [InlineData("openai-chat", "https://openrouter.ai/api/v1", "https://openrouter.ai/api/v1/chat/completions")]
    [InlineData("openai-chat", "https://x.example/v1beta/openai/", "https://x.example/v1beta/openai/chat/completions")]
    [InlineData("openai-chat", "https://x.example/openai", "https://x.example/openai/v1/chat/completions")]
    // The whole endpoint, and a query.
    [InlineData("openai-chat", "http://localhost:8000/v1/chat/completions", "http://localhost:8000/v1/chat/completions")]
    [InlineData("openai-chat", "https://x.example/openai/v1?api-version=1", "https://x.example/openai/v1/chat/completions?api-version=1")]
    // Azure's dated API: no version in the path, and one in the query.
    [InlineData("openai-chat", "https://x.openai.azure.com/openai/deployments/gpt-4o?api-version=2024-10-21", "https://x.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21")]
    [InlineData("openai-chat", "https://x.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21", "https://x.openai.azure.com/openai/deployments/gpt-4o/chat/completions?api-version=2024-10-21")]
    [InlineData("openai-chat", "https://x.openai.azure.com/openai/deployments/v1", "https://x.openai.azure.com/openai/deployments/v1/chat/completions")]
    public void Endpoint_BaseUrlAsUsersHaveIt_IsTheEndpoint(string wire, string url, string endpoint) =>
        WireCatalog.Find(wire)!.Endpoint(new Target { Name = "t", Wire = wire, Url = new Uri(url), Model = "m" })
            .AbsoluteUri.ShouldBe(endpoint);
}
