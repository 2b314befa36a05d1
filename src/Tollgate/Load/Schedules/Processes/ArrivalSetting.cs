namespace Tollgate.Load.Schedules.Processes;

/// <summary>One number that an arrival process can be given.</summary>
/// <param name="Key">Its key in plans and its flag, such as <c>cv</c>.</param>
/// <param name="IsDuration">It is a time, in seconds; otherwise it has no unit.</param>
/// <param name="Min">The least that is accepted.</param>
/// <param name="Max">The most that is accepted.</param>
/// <param name="Default">What it is if nobody sets it.</param>
/// <param name="Description">One sentence for help texts.</param>
internal sealed record ArrivalSetting(
    string Key, bool IsDuration, double Min, double Max, double Default, string Description);
