namespace Tollgate.Exchanges;

/// <summary>A model behind an endpoint.</summary>
internal sealed record Target
{
    /// <summary>The name in results, unique in a run.</summary>
    public required string Name { get; init; }

    /// <summary>The wire's name, such as <c>openai-chat</c>.</summary>
    public required string Wire { get; init; }

    /// <summary>The base URL as the provider's own SDK takes it, with or without <c>/v1</c>.</summary>
    public required Uri Url { get; init; }

    /// <summary>The model's id, as the provider spells it.</summary>
    public required string Model { get; init; }

    /// <summary>A label for where it is served; null for none.</summary>
    public string? Region { get; init; }

    /// <summary>A label for the service tier; null for none.</summary>
    public string? Tier { get; init; }

    /// <summary>The key; empty where none is needed.</summary>
    public Secret ApiKey { get; init; }

    /// <summary>What its tokens cost; null where nobody said.</summary>
    public Price? Price { get; init; }

    /// <summary>How it wants its requests.</summary>
    public RequestForm Request { get; init; } = RequestForm.Default;

    /// <summary>What ends its answers.</summary>
    public StreamEnd End { get; init; }

    /// <summary>
    /// The variables of the environment that went into it, by their names; their values are treated as secrets. A run
    /// file has the names in their place.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, Secret>> Variables { get; init; } = [];

    /// <summary>Further request headers, such as an organisation's id. Values are treated as secrets.</summary>
    public IReadOnlyDictionary<string, Secret> Headers { get; init; } = new Dictionary<string, Secret>();
}
