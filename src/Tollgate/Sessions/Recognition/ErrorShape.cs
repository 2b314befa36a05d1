namespace Tollgate.Sessions.Recognition;

/// <summary>How errors fall at one word error rate: the parameters that the calibration fits.</summary>
/// <param name="Onset">How often a run of errors begins at a word of mean difficulty, where one can.</param>
/// <param name="Evenness">
/// The shape of the gamma distribution (mean 1) by which whole utterances are worse or better than others: small means
/// that few utterances hold most of the errors.
/// </param>
/// <param name="EntityFactor">How much oftener a run begins at an entity word than at another of its class.</param>
/// <param name="DeletionTilt">Weight of a run for each word that it loses.</param>
/// <param name="InsertionTilt">Weight of a run for each word that it adds.</param>
/// <param name="Lengths">Weights of runs of 1, 2, 3, 4 and more errors.</param>
internal sealed record ErrorShape(
    double Onset, double Evenness, double EntityFactor, double DeletionTilt, double InsertionTilt,
    IReadOnlyList<double> Lengths)
{
    /// <summary>The shape for a rate above 0: fitted ones where there is one, between them else.</summary>
    public static ErrorShape For(double rate)
    {
        var knots = FittedShapes.ByRate;
        if (rate <= knots[0].Rate)
        {
            // Rare errors do not crowd each other out: the rate follows the onset.
            return knots[0].Shape with { Onset = knots[0].Shape.Onset * rate / knots[0].Rate };
        }

        var above = 1;
        while (above < knots.Count - 1 && knots[above].Rate < rate)
        {
            above++;
        }

        var (from, to) = (knots[above - 1], knots[above]);
        var share = (rate - from.Rate) / (to.Rate - from.Rate);
        return new ErrorShape(
            Between(from.Shape.Onset, to.Shape.Onset, share),
            Between(from.Shape.Evenness, to.Shape.Evenness, share),
            Between(from.Shape.EntityFactor, to.Shape.EntityFactor, share),
            Between(from.Shape.DeletionTilt, to.Shape.DeletionTilt, share),
            Between(from.Shape.InsertionTilt, to.Shape.InsertionTilt, share),
            [.. from.Shape.Lengths.Zip(to.Shape.Lengths, (low, high) => Between(low, high, share))]);
    }

    private static double Between(double low, double high, double share) => low + ((high - low) * share);
}
