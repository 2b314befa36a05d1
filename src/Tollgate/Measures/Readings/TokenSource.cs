namespace Tollgate.Measures.Readings;

/// <summary>Where token counts come from.</summary>
internal enum TokenSource : byte
{
    /// <summary>Nothing was counted.</summary>
    None,

    /// <summary>The provider's own count.</summary>
    Provider,

    /// <summary>Characters divided by 4, because the provider gave no count.</summary>
    Estimated,

    /// <summary>Some of either.</summary>
    Mixed,
}
