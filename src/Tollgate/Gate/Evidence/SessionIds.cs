namespace Tollgate.Gate.Evidence;

/// <summary>
/// Keeps the sessions of several runs of one side apart: a session's id is its run's place times 2^40, plus its number
/// in the run. So the same place, on both sides, is the same script and chance.
/// </summary>
internal static class SessionIds
{
    private const int Bits = 40;

    /// <param name="place">The run's place in its side, from 0.</param>
    /// <param name="number">The session's or task's number in the run, less than 2^40.</param>
    public static long Id(int place, long number) => ((long)place << Bits) + number;

    /// <summary>The place of the run that a session is of.</summary>
    public static int PlaceOf(long id) => (int)(id >> Bits);

    /// <summary>Its number in that run.</summary>
    public static long NumberOf(long id) => id & ((1L << Bits) - 1);
}
