namespace Tollgate.Measures;

/// <summary>
/// Sees every value as it enters its measure: for whoever needs values session by session, and the same ones.
/// </summary>
internal interface IMeasureWatcher
{
    /// <summary>A value entered.</summary>
    /// <param name="measure">One of <see cref="MeasureNames"/>.</param>
    /// <param name="value">In the measure's unit.</param>
    /// <param name="fresh">
    /// Its exchange opened a connection in a run with warm ones: it counts only where the server keeps none.
    /// </param>
    void Entered(string measure, double value, bool fresh = false);

    /// <summary>Trials of a share entered.</summary>
    void Counted(string measure, double hits, double trials);
}
