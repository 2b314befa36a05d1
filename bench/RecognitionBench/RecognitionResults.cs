using System.Text.Json;
using System.Text.Json.Serialization;
using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;

namespace Tollgate.RecognitionBench;

/// <summary>Everything that the bench found.</summary>
internal sealed record RecognitionResults(
    int Seeds, IReadOnlyList<TierResult> Tiers, IReadOnlyList<ClassResult> Classes,
    IReadOnlyList<ElsewhereResult> Telephone, IReadOnlyList<PostcodeResult> Postcodes,
    [property: JsonIgnore] SpeedResult Speed)
{
    private static readonly JsonSerializerOptions Written = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
    };

    public string ToJson() => JsonSerializer.Serialize(new { Figures = Tally.Names, Results = this }, Written);
}

internal sealed record TierResult(double Rate, string Mic, PartResult All, PartResult Second, PartResult First);

internal sealed record PartResult(
    int Pairs, int Sentences, double EffectivePairs, double Tilt, double[] Real, Interval[] RealCi, double[] Generated);

internal sealed record ClassResult(
    WordClass Class, double Headset, double GeneratedHeadset, double Telephone, double GeneratedTelephone);

internal sealed record ElsewhereResult(double Rate, double WordErrorRate, double Clean, double EntityRatio);

internal sealed record PostcodeResult(double Rate, double RealExact, double GeneratedExact);

internal sealed record SpeedResult(int Utterances, double ColdSeconds, double WarmSeconds);
