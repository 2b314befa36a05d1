using System.Globalization;
using System.Text;

namespace Tollgate.RecognitionBench;

/// <summary>The results as Markdown.</summary>
internal static class RecognitionTables
{
    private const double Tolerance = 0.1;

    public static string Render(RecognitionResults results)
    {
        var text = new StringBuilder();
        text.AppendLine("Made by `bench/recognition`. Real: pairs of SLURP, reweighted by sentence to the tier's word error rate. Model: the same");
        text.AppendLine(Inv($"sentences with the same weights, {results.Seeds} draws each (more at the lower tiers). Aim: within 10 % of the real figure. In brackets the real figure's"));
        text.AppendLine("95 % interval (sentences resampled). `All` is what ships, on everything it was fitted to. `Held out` is a model that").AppendLine(
            "was fitted on one half of the sentences, on the other half, both ways round; `noise` stands where it is off by more");
        text.AppendLine("than 10 % but by no more than the two halves' own intervals allow.").AppendLine();
        foreach (var tier in results.Tiers)
        {
            text.AppendLine(Inv($"## {tier.Rate:0%}: {tier.Mic} microphone")).AppendLine();
            About(text, "All", tier.All);
            About(text, "First half", tier.First);
            About(text, "Second half", tier.Second);
            text.AppendLine();
            text.AppendLine("| figure | real, all | model | ratio | aim | second half, held out | model | ratio | aim | first half, held out | model | ratio | aim |");
            text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |");
            for (var i = 0; i < Tally.Names.Length; i++)
            {
                text.Append(Inv($"| {Tally.Names[i]} | {Cell(tier.All, i)} | {Aim(tier.All, null, i)} "));
                text.Append(Inv($"| {Cell(tier.Second, i)} | {Aim(tier.Second, tier.First, i)} "));
                text.AppendLine(Inv($"| {Cell(tier.First, i)} | {Aim(tier.First, tier.Second, i)} |"));
            }

            text.AppendLine();
        }

        Classes(text, results);
        Others(text, results);
        return text.ToString();
    }

    private static void About(StringBuilder text, string name, PartResult part) => text.AppendLine(Inv(
        $"{name}: {part.Pairs} pairs of {part.Sentences} sentences, worth {part.EffectivePairs:0} of equal weight (tilt {part.Tilt:0.00}).  "));

    private static string Cell(PartResult part, int i) => Inv(
        $"{part.Real[i]:0.0000} ({part.RealCi[i].Lower:0.000}–{part.RealCi[i].Upper:0.000}) | {part.Generated[i]:0.0000} | {part.Generated[i] / part.Real[i]:0.00}");

    private static string Aim(PartResult part, PartResult? fitted, int i)
    {
        if (i >= Tally.Held)
        {
            return "–";
        }

        if (Math.Abs((part.Generated[i] / part.Real[i]) - 1) <= Tolerance)
        {
            return "met";
        }

        // What was fitted has its own noise; both halves' half widths add up in squares.
        var noise = fitted is null ? Half(part, i) : Math.Sqrt(Math.Pow(Half(part, i), 2) + Math.Pow(Half(fitted, i), 2));
        return Math.Abs(part.Generated[i] - part.Real[i]) <= noise ? "noise" : "**not met**";
    }

    private static double Half(PartResult part, int i) =>
        ((part.RealCi[i].Upper ?? double.NaN) - (part.RealCi[i].Lower ?? double.NaN)) / 2;

    private static void Classes(StringBuilder text, RecognitionResults results)
    {
        text.AppendLine("## Classes of words").AppendLine();
        text.AppendLine("Share of the words said that were heard wrong, and its ratio to content words. Telephone: synthetic turns, an older");
        text.AppendLine("recogniser; its rates are its own, the order is what counts. The model at 15 %.").AppendLine();
        text.AppendLine("| class | headset, real | model | telephone, real | model | ratio, headset | model | ratio, telephone | model |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
        var content = results.Classes[0];
        foreach (var one in results.Classes)
        {
            text.Append(Inv($"| {one.Class.ToString().ToLowerInvariant()} | {one.Headset:0.000} | {one.GeneratedHeadset:0.000} | {one.Telephone:0.000} | {one.GeneratedTelephone:0.000} "));
            text.AppendLine(Inv($"| {one.Headset / content.Headset:0.00} | {one.GeneratedHeadset / content.GeneratedHeadset:0.00} | {one.Telephone / content.Telephone:0.00} | {one.GeneratedTelephone / content.GeneratedTelephone:0.00} |"));
        }

        text.AppendLine();
    }

    private static void Others(StringBuilder text, RecognitionResults results)
    {
        text.AppendLine("## Other sentences").AppendLine();
        text.AppendLine("The telephone turns, to which nothing was fitted: does the rate that was asked for come out?").AppendLine();
        text.AppendLine("| asked | word error rate | ratio | clean utterances | entity words against others |");
        text.AppendLine("| --- | --- | --- | --- | --- |");
        foreach (var one in results.Telephone)
        {
            text.AppendLine(Inv($"| {one.Rate:0.00} | {one.WordErrorRate:0.0000} | {one.WordErrorRate / one.Rate:0.00} | {one.Clean:0.000} | {one.EntityRatio:0.00} |"));
        }

        text.AppendLine();
        text.AppendLine("Postcodes spelled by real callers, exactly right in the first hypothesis:").AppendLine();
        text.AppendLine("| tier | real (one recogniser) | model |");
        text.AppendLine("| --- | --- | --- |");
        foreach (var one in results.Postcodes)
        {
            text.AppendLine(Inv($"| {one.Rate:0%} | {one.RealExact:0.000} | {one.GeneratedExact:0.000} |"));
        }

        text.AppendLine();
        text.AppendLine(Inv($"Speed: {results.Speed.Utterances:N0} utterances (1,000 sessions of five minutes) in {results.Speed.ColdSeconds:0.00} s on one thread from a cold start, {results.Speed.WarmSeconds:0.00} s after."));
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
