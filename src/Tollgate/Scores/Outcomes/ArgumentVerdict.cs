namespace Tollgate.Scores.Outcomes;

/// <summary>What became of an argument.</summary>
public enum ArgumentVerdict : byte
{
    /// <summary>It means what was expected.</summary>
    Right,

    /// <summary>Expected and not given, or null.</summary>
    Missing,

    /// <summary>Its JSON type is not the schema's.</summary>
    WrongType,

    /// <summary>It means something else.</summary>
    WrongValue,

    /// <summary>Given and not expected.</summary>
    Unexpected,
}
