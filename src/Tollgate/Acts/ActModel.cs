using System.Globalization;

namespace Tollgate.Acts;

/// <summary>
/// A linear model over a phrase's features, which says what the phrase asks of the caller, or that it asks nothing. Its
/// weights are whole numbers, so that every machine adds them up alike.
/// </summary>
internal sealed class ActModel
{
    /// <summary>What it tells apart: the acts that ask something of the caller, and <see cref="ActKind.Other"/> for the rest.</summary>
    public static readonly ActKind[] Classes =
    [
        ActKind.Other, ActKind.Request, ActKind.RequestAgain, ActKind.RequestSpelling, ActKind.ReadBack, ActKind.ConfirmAction,
        ActKind.Offer, ActKind.AskChoice, ActKind.Hold, ActKind.Transfer, ActKind.AnythingElse, ActKind.Goodbye,
    ];

    private static readonly Lazy<ActModel> Trained = new(static () =>
    {
        using var stream = typeof(ActModel).Assembly.GetManifestResourceStream("Tollgate.Acts.weights.txt")!; // Embedded.
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    });

    private readonly Dictionary<string, int[]> weights = new(StringComparer.Ordinal);

    /// <summary>The model that comes with the program.</summary>
    public static ActModel Shipped => Trained.Value;

    public static bool Decides(ActKind kind) => kind != ActKind.Other && Array.IndexOf(Classes, kind) > 0;

    /// <summary>Reads lines of a feature, a tab, and <c>class:weight</c> with spaces between.</summary>
    public static ActModel Read(string text)
    {
        var model = new ActModel();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = line.LastIndexOf('\t');
            var row = new int[Classes.Length];
            foreach (var cell in line[(tab + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = cell.IndexOf(':', StringComparison.Ordinal);
                row[int.Parse(cell.AsSpan(0, colon), CultureInfo.InvariantCulture)] =
                    int.Parse(cell.AsSpan(colon + 1), CultureInfo.InvariantCulture);
            }

            model.weights[line[..tab]] = row;
        }

        return model;
    }

    /// <summary>The class with the highest sum; the first of equals.</summary>
    public ActKind Decide(IReadOnlyList<string> features)
    {
        var sums = new int[Classes.Length];
        foreach (var feature in features)
        {
            if (weights.TryGetValue(feature, out var row))
            {
                for (var i = 0; i < row.Length; i++)
                {
                    sums[i] += row[i];
                }
            }
        }

        return Classes[Array.IndexOf(sums, sums.Max())];
    }
}
