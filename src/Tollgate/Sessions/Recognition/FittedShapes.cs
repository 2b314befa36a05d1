namespace Tollgate.Sessions.Recognition;

/// <summary>What the calibration found. Written by `bench/recognition --fit`: do not change by hand.</summary>
internal static class FittedShapes
{
    /// <summary>By tier; the last is the one before it with an onset that gives its rate.</summary>
    public static readonly IReadOnlyList<(double Rate, ErrorShape Shape)> ByRate =
    [
        (0.05, new ErrorShape(
            0.038, 1.0064, 1.2468, 1.1316, 1.0231,
            [1, 0.5559, 0.4161, 0.2317, 0.2547])),
        (0.15, new ErrorShape(
            0.1024, 4.1092, 1.0763, 1.0022, 1.0475,
            [1, 1.1186, 1.0197, 0.9703, 1.4409])),
        (0.25, new ErrorShape(
            0.1617, 4.5562, 0.9117, 1.0629, 0.778,
            [1, 1.4886, 2.2607, 3.0717, 5.634])),
        (0.5, new ErrorShape(
            0.4466, 4.5562, 0.9117, 1.0629, 0.778,
            [1, 1.4886, 2.2607, 3.0717, 5.634])),
    ];

    /// <summary>How often so many words said were heard as so many others, errors on both sides of none.</summary>
    public static readonly IReadOnlyList<(int Said, int Heard, double Weight)> Runs =
    [
        (1, 1, 1924), (1, 2, 789), (1, 0, 644), (2, 1, 431), (0, 1, 370), (2, 2, 351), (2, 0, 191),
        (3, 1, 136), (3, 2, 109), (2, 3, 90), (3, 3, 79), (3, 0, 74), (4, 1, 40), (4, 3, 38),
        (4, 4, 37), (4, 2, 36), (0, 2, 33), (1, 3, 30), (4, 0, 27), (3, 4, 23), (5, 3, 22),
        (5, 2, 21), (2, 4, 19), (5, 1, 19), (5, 0, 14), (5, 5, 14), (5, 4, 10), (3, 5, 9),
        (4, 5, 8), (6, 2, 8), (6, 3, 8), (6, 4, 6), (0, 3, 5), (6, 1, 5), (6, 5, 5),
        (7, 1, 5), (1, 4, 4), (6, 0, 4), (7, 0, 4), (7, 3, 4), (7, 4, 4), (0, 4, 3),
        (5, 6, 3), (7, 2, 3), (8, 3, 3), (0, 5, 2), (6, 6, 2), (7, 6, 2), (8, 1, 2),
        (8, 2, 2), (8, 4, 2), (2, 5, 1), (3, 6, 1), (5, 7, 1), (6, 7, 1), (6, 8, 1),
        (7, 5, 1), (7, 7, 1), (7, 8, 1), (8, 8, 1),
    ];
}
