using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.Definitions;

/// <summary>
/// One measure: what it is called, what it is counted in, and how its values are drawn. Everything that shows, judges
/// or stores measures reads the catalog of these and knows no name. Immutable; compared by reference.
/// </summary>
internal sealed class Measure
{
    /// <summary>As documents, run files and rubrics spell it; its unit ends it.</summary>
    public required string Name { get; init; }

    /// <summary>Its key in JSON documents where that is not its name.</summary>
    public string Key { get => field ?? Name; init; }

    /// <summary>As people read it, such as <c>First token</c>.</summary>
    public required string Title { get; init; }

    public required MeasuredOf Of { get; init; }

    /// <summary>Quantiles of values, a share of trials that are 0 or 1, or a mean.</summary>
    public FigureKind Kind { get; init; } = FigureKind.Quantile;

    public FigureUnit Unit { get; init; } = FigureUnit.Milliseconds;

    /// <summary>Which way it gets better, unless a rubric says otherwise.</summary>
    public BetterWhen Better { get; init; } = BetterWhen.Lower;

    public MeasureGroup Group { get; init; }

    /// <summary>Whether a rubric can name it.</summary>
    public bool InRubrics { get; init; } = true;

    /// <summary>What a failed one counts as where a candidate is judged.</summary>
    public FailureCounts WhenFailed { get; init; }

    /// <summary>A cancelled exchange has the value that it came to; otherwise it has none.</summary>
    public bool CountsCancelled { get; init; }

    /// <summary>
    /// It is drawn from what became of every exchange, and not from the answers that somebody waited for: failed and
    /// cancelled ones and those after the call have values too.
    /// </summary>
    public bool OfEveryOutcome { get; init; }

    /// <summary>
    /// Exchanges that opened a connection are kept apart from those on warm ones, and left out where the server keeps
    /// connections.
    /// </summary>
    public bool IsWarm { get; init; }

    /// <summary>
    /// Its values in one session depend on one another, so that intervals come from how much sessions differ.
    /// </summary>
    public bool IsClustered { get; init; }

    /// <summary>What it is usually like; null for as any figure of its kind.</summary>
    public UsualShape? Usual { get; init; }

    /// <summary>It needs what was said: runs that did not keep it have no values.</summary>
    public bool NeedsText { get; init; }

    /// <summary>Its row in the tables for people; null for none.</summary>
    public MeasureRow? Row { get; init; }

    /// <summary>What charts call it; null where none draws its medians.</summary>
    public string? Chart { get; init; }

    /// <summary>Charts draw its whole distribution.</summary>
    public bool HasCurve { get; init; }

    /// <summary>Whether a run of that target has it at all; null for always.</summary>
    public Func<Target, MeasureSettings, bool>? IsHeld { get; init; }

    /// <summary>Of an exchange or task: its value; null where it has none.</summary>
    internal Func<ExchangeReading, double?>? Draw { get; init; }

    /// <summary>Of an exchange: its values, where it may have several.</summary>
    internal Action<ExchangeReading, ValueBuffer>? DrawAll { get; init; }

    /// <summary>Of a turn: its value; null where it has none.</summary>
    internal Func<TurnReading, double?>? DrawTurn { get; init; }

    /// <summary>Of a session: its value; null where it has none.</summary>
    internal Func<CallReading, double?>? DrawCall { get; init; }

    /// <summary>Of a session or task, from what it cost and whether it reached an end: a sum and a count.</summary>
    internal Func<decimal, bool, (double Sum, double Count)>? DrawSpent { get; init; }

    /// <summary>What is worse than every value.</summary>
    internal double Worst => Better == BetterWhen.Lower ? double.PositiveInfinity : double.NegativeInfinity;

    /// <summary>Whether it is drawn from exchanges.</summary>
    internal bool IsOfExchanges => Draw is not null || DrawAll is not null;

    public override string ToString() => Name;
}
