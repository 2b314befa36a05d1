using System.Text.Json;
using Tollgate.Sessions.Recognition;

namespace Tollgate.RecognitionBench;

/// <summary>What one fit found: a shape for each tier, in their order, and the table of runs.</summary>
internal sealed record FittedModel(List<ErrorShape> Shapes, List<(int Said, int Heard, double Weight)> Runs)
{
    private static readonly JsonSerializerOptions Written = new() { IncludeFields = true };

    public static List<FittedModel> Read(string path) =>
        JsonSerializer.Deserialize<List<FittedModel>>(File.ReadAllText(path), Written)
            ?? throw new InvalidDataException($"{path} holds no fitted models.");

    public static void Write(string path, List<FittedModel> models) =>
        File.WriteAllText(path, JsonSerializer.Serialize(models, Written) + "\n");

    public Recogniser Recogniser(int tier) => new(
        new RecogniserSettings { WordErrorRate = Tier.All[tier].Rate }, new ErrorPlan(Shapes[tier], Runs));
}
