using Tollgate.Wires.Anthropic;
using Tollgate.Wires.OpenAiChat;
using Tollgate.Wires.OpenAiResponses;

namespace Tollgate.Wires.Catalog;

/// <summary>Every wire by its name.</summary>
internal static class WireCatalog
{
    /// <summary>The wires, in the order in which help texts list them.</summary>
    public static IReadOnlyList<IWire> All { get; } =
        [new OpenAiChatWire(), new OpenAiResponsesWire(), new AnthropicWire()];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(wire => wire.Name)];

    /// <summary>The wire of that name; null where there is none.</summary>
    public static IWire? Find(string? name) => All.FirstOrDefault(wire => wire.Name == name);

    /// <summary>Whether a variable of the environment and a host belong to one known provider.</summary>
    public static bool Owns(string variable, string host) =>
        All.Any(wire => wire.Providers.Any(provider => provider.Owns(variable, host)));

    /// <summary>
    /// The fields of a body that are not the user's; with a name that no wire has, those of every wire.
    /// </summary>
    public static IReadOnlyList<string> OwnFields(string? name) =>
        Find(name)?.OwnFields ?? [.. All.SelectMany(wire => wire.OwnFields).Distinct()];
}
