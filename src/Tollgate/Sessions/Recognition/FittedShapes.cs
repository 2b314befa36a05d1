namespace Tollgate.Sessions.Recognition;

/// <summary>What the calibration found. Written by `bench/recognition --fit`: do not change by hand.</summary>
internal static class FittedShapes
{
    /// <summary>By tier; the last is the one before it with an onset that gives its rate.</summary>
    public static readonly IReadOnlyList<(double Rate, ErrorShape Shape)> ByRate =
    [
        (0.05, new ErrorShape(
            0.0376, 1.0868, 1.2399, 1.1295, 1.0191,
            [1, 0.5522, 0.4159, 0.2286, 0.2603])),
        (0.15, new ErrorShape(
            0.1022, 4.0662, 1.0756, 1.0011, 1.0375,
            [1, 1.1345, 1.0105, 0.9346, 1.4637])),
        (0.25, new ErrorShape(
            0.1616, 4.4359, 0.9097, 1.0715, 0.7745,
            [1, 1.5092, 2.2887, 3.1182, 5.5656])),
        (0.5, new ErrorShape(
            0.4466, 4.4359, 0.9097, 1.0715, 0.7745,
            [1, 1.5092, 2.2887, 3.1182, 5.5656])),
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
