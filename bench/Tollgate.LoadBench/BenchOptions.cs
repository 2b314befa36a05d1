namespace Tollgate.LoadBench;

/// <summary>What to run and how often.</summary>
/// <param name="Root">The repository.</param>
/// <param name="Results">Where the results go.</param>
/// <param name="Repetitions">Of the scenarios that an aim hangs on.</param>
/// <param name="Time">No repetition of the stream scenarios begins after it; what is there by then is reported.</param>
/// <param name="Only">The parts to run, or the names of stream scenarios; empty for all.</param>
/// <param name="TotalArrivals">In the large run files, each.</param>
/// <param name="Arrivals">Of each exchange there; a file for each.</param>
internal sealed record BenchOptions(
    string Root, string Results, int Repetitions, TimeSpan Time, IReadOnlyList<string> Only, long TotalArrivals,
    IReadOnlyList<int> Arrivals)
{
    public const string Memory = "memory";
    public const string OpenLoop = "open-loop";
    public const string Report = "report";

    public bool Wants(string part) => Only.Count == 0 || Only.Contains(part);
}
