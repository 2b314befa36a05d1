namespace Tollgate.Wires;

/// <summary>Every wire by its name.</summary>
public static class WireCatalog
{
    private static readonly IWire[] Wires = [new OpenAiChatWire(), new AnthropicWire()];

    /// <summary>The names, in the order in which help texts list them.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Wires.Select(w => w.Name)];

    /// <summary>The wire of that name; null where there is none.</summary>
    public static IWire? Find(string name) => Array.Find(Wires, w => w.Name == name);
}
