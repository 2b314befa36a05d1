namespace Tollgate.Measures.Definitions;

/// <summary>What a measure tells about, and so where reports show it.</summary>
internal enum MeasureGroup : byte
{
    /// <summary>The model's answers.</summary>
    Answer,

    /// <summary>The way to the server.</summary>
    Connection,

    /// <summary>What the measuring itself did to the numbers.</summary>
    Instrument,

    /// <summary>What the caller of a rehearsed call felt.</summary>
    Call,

    /// <summary>Shown in a form of its own beside the measures, such as goodput beside the totals.</summary>
    Apart,
}
