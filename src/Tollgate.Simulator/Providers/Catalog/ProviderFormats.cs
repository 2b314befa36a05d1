using Tollgate.Simulator.Http;
using Tollgate.Simulator.Providers.Anthropic;
using Tollgate.Simulator.Providers.OpenAiChat;
using Tollgate.Simulator.Providers.OpenAiResponses;

namespace Tollgate.Simulator.Providers.Catalog;

/// <summary>Every provider's format.</summary>
internal static class ProviderFormats
{
    private static readonly IProviderFormat[] All =
        [new OpenAiFormat(), new OpenAiResponsesFormat(), new AnthropicFormat()];

    /// <summary>The format that a request is in; the first of all where nothing tells.</summary>
    public static IProviderFormat Of(HttpRequest request) => Array.Find(All, format => format.Owns(request)) ?? All[0];

    /// <summary>The format of a wire, by its name; the first of all where there is none.</summary>
    public static IProviderFormat Of(string wire) => Array.Find(All, format => format.Wire == wire) ?? All[0];
}
