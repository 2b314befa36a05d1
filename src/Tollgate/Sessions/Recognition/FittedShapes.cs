namespace Tollgate.Sessions.Recognition;

/// <summary>What the calibration found. Written by `bench/recognition --fit`: do not change by hand.</summary>
internal static class FittedShapes
{
    public static readonly IReadOnlyList<(double Rate, ErrorShape Shape)> ByRate =
    [
        (0.05, new ErrorShape(0.05, 2, 1.2, 1, 1, [1, 1, 1, 1, 1])),
        (0.15, new ErrorShape(0.1, 2, 1.2, 1, 1, [1, 1, 1, 1, 1])),
        (0.25, new ErrorShape(0.2, 2, 1.2, 1, 1, [1, 1, 1, 1, 1])),
        (0.5, new ErrorShape(0.4, 2, 1.2, 1, 1, [1, 1, 1, 1, 1])),
    ];

    public static readonly IReadOnlyList<(int Said, int Heard, double Weight)> Runs =
    [
        (1, 1, 1924), (1, 2, 789), (1, 0, 644), (2, 1, 431), (0, 1, 370), (2, 2, 351), (2, 0, 191), (3, 1, 136),
    ];
}
