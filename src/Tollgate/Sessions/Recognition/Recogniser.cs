using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.Sessions.Recognition;

/// <summary>
/// A telephone's speech recogniser, as far as its text goes: what it makes of what a caller says. Calibrated on real
/// recogniser output (docs/recognition.md). Immutable and safe for concurrent use; the same words, settings and seed
/// give the same bytes.
/// </summary>
internal sealed class Recogniser
{
    private readonly RecogniserSettings settings;
    private readonly ErrorPlan? plan;

    /// <exception cref="ArgumentOutOfRangeException">
    /// The rate is outside 0 to 0.5, or the interim step below 1.
    /// </exception>
    public Recogniser(RecogniserSettings settings)
        : this(settings, settings.WordErrorRate > 0
            ? new ErrorPlan(ErrorShape.For(settings.WordErrorRate), FittedShapes.Runs)
            : null)
    {
    }

    /// <summary>With errors planned otherwise than the fitted way: the calibration's door.</summary>
    internal Recogniser(RecogniserSettings settings, ErrorPlan? plan)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.InterimWords, 1);
        if (!SuiteSession.NoiseBounds.Holds(settings.WordErrorRate))
        {
            throw new ArgumentOutOfRangeException(
                nameof(settings), settings.WordErrorRate,
                $"The word error rate must be from 0 to {SuiteSession.NoiseBounds.Max}.");
        }

        this.settings = settings;
        this.plan = plan;
    }

    /// <summary>Hears one utterance.</summary>
    /// <param name="said">What the caller says, as the suite writes it.</param>
    /// <param name="entities">The words in it that carry the meaning, as they stand there; may be empty.</param>
    /// <param name="random">Where chance comes from; exactly one number is taken from it.</param>
    public RecognisedSpeech Hear(string said, IReadOnlyList<string> entities, RandomStream random)
    {
        var own = new RandomStream(random.NextUInt64());
        var utterance = SaidUtterance.Parse(said, entities);
        var words = utterance.Words;
        List<ErrorRun> runs = plan is null || words.Count == 0 ? [] : plan.Draw(words, own.Fork(1));
        var choice = own.Fork(2);
        var heard = runs.ConvertAll(run => Mishearing.Hear(words, run, choice));
        var text = HeardText.Write(utterance, runs, heard);
        var final = runs.Count == 0 ? said : text.ToString();
        return new RecognisedSpeech(final, Hypotheses.Draw(utterance, text, final, settings.InterimWords, own.Fork(3)))
        {
            Words = words.Count,
            Substitutions = runs.Sum(run => run.Substitutions),
            Deletions = runs.Sum(run => Math.Max(0, run.Said - run.Heard)),
            Insertions = runs.Sum(run => Math.Max(0, run.Heard - run.Said)),
            LostEntityWords = [.. runs.SelectMany(run => Enumerable.Range(run.At, run.Said))
                .Where(at => words[at].IsEntity).Select(at => words[at].Written)],
        };
    }
}
