namespace Tollgate.Sessions.Recognition;

/// <summary>What the calibration found. Written by `bench/recognition --fit`: do not change by hand.</summary>
internal static class FittedShapes
{
    /// <summary>By tier; the last is the one before it with an onset that gives its rate.</summary>
    public static readonly IReadOnlyList<(double Rate, ErrorShape Shape)> ByRate =
    [
        (0.05, new ErrorShape(
            0.0373, 1.6637, 1.4171, 1.0363, 0.9615,
            [1, 0.5799, 0.5357, 0.384, 0.3472])),
        (0.15, new ErrorShape(
            0.1006, 5.8168, 1.2112, 0.9812, 1.0555,
            [1, 1.1351, 1.1168, 1.0839, 1.3343])),
        (0.25, new ErrorShape(
            0.1618, 4.8008, 1.0173, 1.0731, 0.7769,
            [1, 1.494, 2.1583, 2.8555, 5.2441])),
        (0.5, new ErrorShape(
            0.4449, 4.8008, 1.0173, 1.0731, 0.7769,
            [1, 1.494, 2.1583, 2.8555, 5.2441])),
    ];

    /// <summary>How often so many words said were heard as so many others, errors on both sides of none.</summary>
    public static readonly IReadOnlyList<(int Said, int Heard, double Weight)> Runs =
    [
        (1, 1, 978), (1, 2, 405), (1, 0, 323), (2, 1, 224), (0, 1, 174), (2, 2, 174), (2, 0, 90),
        (3, 1, 80), (3, 2, 64), (3, 0, 43), (2, 3, 41), (3, 3, 41), (4, 1, 25), (4, 2, 20),
        (1, 3, 18), (4, 3, 18), (4, 4, 16), (5, 2, 13), (4, 0, 12), (5, 3, 12), (0, 2, 11),
        (5, 1, 10), (2, 4, 9), (3, 4, 9), (3, 5, 6), (5, 0, 5), (5, 4, 5), (4, 5, 4),
        (5, 5, 4), (6, 5, 4), (7, 0, 4), (7, 1, 4), (0, 3, 3), (1, 4, 3), (6, 0, 3),
        (6, 1, 3), (6, 4, 3), (8, 3, 3), (0, 4, 2), (0, 5, 2), (5, 6, 2), (6, 6, 2),
        (7, 2, 2), (8, 1, 2), (2, 5, 1), (3, 6, 1), (6, 2, 1), (6, 3, 1), (7, 4, 1),
        (7, 5, 1), (7, 6, 1), (7, 7, 1), (8, 4, 1),
    ];
}
