using Tollgate.Measures.Definitions;

namespace Tollgate.Measures.Observations;

/// <summary>One value of one measure for one unit, or why there is none.</summary>
/// <param name="Measure">Of what.</param>
/// <param name="Unit">Of whom.</param>
/// <param name="State">Whether there is a value.</param>
/// <param name="Value">In the measure's unit; 0 or 1 for a trial of a share; NaN where there is none.</param>
internal readonly record struct Observation(
    Measure Measure, ObservedUnit Unit, ObservationState State, double Value = double.NaN);
