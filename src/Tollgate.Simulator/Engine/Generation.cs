using Tollgate.Simulator.Profiles;
using Tollgate.Statistics;

namespace Tollgate.Simulator.Engine;

/// <summary>
/// What the model draws for one request: when its first token comes, how fast the others follow, how many there are.
/// Everything comes from the request's own random stream, so it does not depend on what else is being served; only the
/// slowdown under load does. Not thread-safe.
/// </summary>
internal sealed class Generation
{
    /// <summary>The tokens between two looks at the load.</summary>
    public const int BlockTokens = 32;

    private readonly ModelProfile profile;
    private readonly RandomStream random;
    private readonly double meanGapNs;
    private readonly double[]? weights;
    private double blockGapNs;
    private int inBlock = BlockTokens;

    /// <param name="regionDelayMs">What the region adds to the first token.</param>
    /// <param name="random">The request's own stream.</param>
    /// <param name="maxTokens">The request's limit; null for none.</param>
    /// <param name="reasoningShare">The share of reasoning that the request asks for; null for the profile's.</param>
    /// <param name="answerTokens">The answer's length where it is known (a tool call); null to draw it.</param>
    public Generation(ModelProfile profile, Spread regionDelayMs, RandomStream random, int? maxTokens,
        double? reasoningShare, int? answerTokens)
    {
        this.profile = profile;
        this.random = random;

        // All four are drawn in any case, and in this order, so that a limit or a region shifts no other draw.
        var firstTokenMs = profile.FirstTokenMs.Draw(random);
        var rate = profile.TokensPerSecond.Draw(random);
        var drawn = Math.Max(1, (int)Math.Round(profile.OutputTokens.Draw(random)));
        firstTokenMs += regionDelayMs.Draw(random);

        FirstTokenNs = (long)(firstTokenMs * 1e6);
        TokensPerSecond = rate;
        meanGapNs = 1e9 / rate;

        var share = reasoningShare ?? profile.Reasoning.Share;
        var reasoning = (int)Math.Round(drawn * share);
        var wanted = reasoning + (answerTokens ?? (drawn - reasoning));
        OutputTokens = Math.Min(wanted, Math.Max(1, maxTokens ?? int.MaxValue));
        ReasoningTokens = Math.Min(reasoning, OutputTokens);
        CutShort = OutputTokens < wanted;
        weights = profile.GapCv > 0 ? new double[BlockTokens] : null;
    }

    /// <summary>Nanoseconds from the slot to the first generated token.</summary>
    public long FirstTokenNs { get; }

    /// <summary>The rate below the knee.</summary>
    public double TokensPerSecond { get; }

    /// <summary>All that is generated, reasoning included; at least 1.</summary>
    public int OutputTokens { get; }

    /// <summary>The first so many of them are thinking.</summary>
    public int ReasoningTokens { get; }

    /// <summary>The request's limit ended it.</summary>
    public bool CutShort { get; }

    /// <summary>
    /// Nanoseconds to the next token. Gaps are gamma-distributed, and every block of them is scaled to last exactly as
    /// long as its mean says, so that the exchange's rate stays the one that was drawn.
    /// </summary>
    /// <param name="active">The streams being served now; looked at once a block.</param>
    public long NextGapNs(int active)
    {
        if (inBlock == BlockTokens)
        {
            inBlock = 0;
            blockGapNs = meanGapNs / profile.Capacity.RateFactor(active);
            DrawWeights();
        }

        var weight = weights is null ? 1 : weights[inBlock];
        inBlock++;
        return (long)Math.Round(blockGapNs * weight);
    }

    private void DrawWeights()
    {
        if (weights is null)
        {
            return;
        }

        var shape = 1 / (profile.GapCv * profile.GapCv);
        var sum = 0.0;
        for (var i = 0; i < BlockTokens; i++)
        {
            sum += weights[i] = random.NextGamma(shape);
        }

        for (var i = 0; i < BlockTokens; i++)
        {
            weights[i] *= BlockTokens / sum;
        }
    }
}
