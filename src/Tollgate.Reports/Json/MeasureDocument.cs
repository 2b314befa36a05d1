using System.Text.Json.Serialization;
using Tollgate.Gate.Judging;
using Tollgate.Measures.Comparing;
using Tollgate.Reports.Json.Verdicts;
using Tollgate.Reports.Wording;
using Tollgate.Results;
using Tollgate.Suites;

namespace Tollgate.Reports.Json;

/// <summary>
/// The JSON document of a measurement: the one source of every report. Units end the keys; times are milliseconds.
/// </summary>
internal sealed record MeasureDocument
{
    /// <summary>The version of this shape.</summary>
    public int Schema { get; init; } = 1;

    /// <summary>The run's name.</summary>
    public required string Run { get; init; }

    public ulong Seed { get; init; }

    /// <summary>What came out, or what went wrong where much did, in one line.</summary>
    public string Headline { get; init; } = "";

    /// <summary>
    /// Every target's issued = completed + failed + cancelled + in flight, nothing of the record is missing, and
    /// something that was sent succeeded.
    /// </summary>
    public bool Valid { get; init; }

    /// <summary>Reasons to doubt the numbers: whole sentences.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>When the run began, as text in ISO 8601; null where it is not to be told, as in virtual time.</summary>
    public string? Started { get; init; }

    /// <summary>The load in words, such as <c>open loop, 5/s Poisson, 200 requests</c>.</summary>
    public string? Load { get; init; }

    /// <summary>The suite, where the run is a rehearsal.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RehearsedSuite? Suite { get; init; }

    public required IReadOnlyList<TargetDocument> Targets { get; init; }

    /// <summary>
    /// Where the runs are of several kinds, whose numbers do not belong in one table: a document for each kind. The
    /// targets of all of them stand in <see cref="Targets"/>.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<MeasureDocument>? Sections { get; init; }

    /// <summary>In a section: the kind of its runs.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Kind { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ComparisonDocument? Comparison { get; init; }

    /// <summary>Comparisons of the same baseline with other candidates.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<ComparisonDocument>? FurtherComparisons { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CalibrationResult? Calibration { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RecommendationDocument>? Recommendations { get; init; }

    /// <summary>What a gate says of two of the models, in the story of <c>try</c> alone.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public VerdictDocument? Verdict { get; init; }

    /// <summary>The document of a report.</summary>
    public static MeasureDocument Of(RunReport report) => MeasureDocumentBuilder.Build(report);

    /// <summary>As indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, MeasureJson.Default.MeasureDocument);

    /// <summary>As indented UTF-8 JSON.</summary>
    public void WriteJson(Stream stream) => JsonSerializer.Serialize(stream, this, MeasureJson.Default.MeasureDocument);

    /// <summary>Back from JSON; throws <see cref="JsonException"/> where it is none of these.</summary>
    public static MeasureDocument FromJson(string json) =>
        JsonSerializer.Deserialize(json, MeasureJson.Default.MeasureDocument)
            ?? throw new JsonException("The document is null.");
}
