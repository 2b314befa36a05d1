namespace Tollgate.Language;

/// <summary>What a clause does with the facts in it. English only.</summary>
internal enum Mood : byte
{
    /// <summary>It states them.</summary>
    Assertion,

    /// <summary>It asks for them or about them.</summary>
    Question,

    /// <summary>It says that something is not there.</summary>
    NotFound,

    /// <summary>It supposes them, gives an example or repeats what the caller gave.</summary>
    Supposition,

    /// <summary>It offers or announces: a day or a time in it states nothing about a record.</summary>
    Offer,
}
