using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.Observations;

/// <summary>Takes observations as they are drawn: a summary, a side's evidence, an export.</summary>
internal interface IObservationSink
{
    /// <summary>Takes one.</summary>
    void Observe(in Observation observation);

    /// <summary>Takes all that an exchange has of a measure with many values in each; there may be none.</summary>
    /// <param name="measure">The measure.</param>
    /// <param name="unit">The exchange.</param>
    /// <param name="values">In the measure's unit, in order; theirs only until the call returns.</param>
    /// <param name="bounded">Further values of which only a bound is known.</param>
    void ObserveAll(Measure measure, in ObservedUnit unit, ReadOnlySpan<double> values, int bounded);
}
