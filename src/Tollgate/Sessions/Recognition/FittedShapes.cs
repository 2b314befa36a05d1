namespace Tollgate.Sessions.Recognition;

/// <summary>What the calibration found. Written by `bench/recognition --fit`: do not change by hand.</summary>
internal static class FittedShapes
{
    /// <summary>By tier; the last is the one before it with an onset that gives its rate.</summary>
    public static readonly IReadOnlyList<(double Rate, ErrorShape Shape)> ByRate =
    [
        (0.05, new ErrorShape(
            0.0378, 1.0105, 1.2325, 1.133, 1.0236,
            [1, 0.5547, 0.4106, 0.2261, 0.2586])),
        (0.15, new ErrorShape(
            0.1023, 4.1421, 1.0909, 1.0032, 1.0442,
            [1, 1.1247, 1.0062, 0.9731, 1.4407])),
        (0.25, new ErrorShape(
            0.1619, 4.586, 0.908, 1.0617, 0.7804,
            [1, 1.4919, 2.2697, 3.1032, 5.607])),
        (0.5, new ErrorShape(
            0.446, 4.586, 0.908, 1.0617, 0.7804,
            [1, 1.4919, 2.2697, 3.1032, 5.607])),
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
