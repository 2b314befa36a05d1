using System.Text.Json;
using Tollgate.Reports.Json;

namespace Tollgate.Tests.Reports;

public class MeasureDocumentTests
{
    [Fact]
    public void ToJson_HasTheContractsKeys()
    {
        using var json = JsonDocument.Parse(MeasureDocument.Of(SampleDocuments.Story()).ToJson());
        var root = json.RootElement;
        Has(root, "schema", "run", "seed", "valid", "warnings", "targets", "comparison", "calibration");
        var target = root.GetProperty("targets")[0];
        Has(target, "name", "issued", "completed", "failed", "cancelled", "in_flight", "failures", "first_token_ms",
            "first_answer_ms", "wait_ms", "gap_ms", "task_ms", "tokens_per_second", "output_tokens", "cost",
            "instrument");
        foreach (var measure in new[]
            { "first_token_ms", "first_answer_ms", "wait_ms", "gap_ms", "task_ms", "tokens_per_second" })
        {
            Has(target.GetProperty(measure), "n", "p50", "p90", "p95", "p99", "max", "p50_ci", "p95_ci");
            target.GetProperty(measure).GetProperty("p50_ci").GetArrayLength().ShouldBe(2);
        }

        Has(target.GetProperty("output_tokens"), "sum", "source");
        Has(target.GetProperty("cost"), "currency", "total", "per_session");
        Has(target.GetProperty("instrument"), "stamp", "lag_ms", "send_delay_ms");
        target.GetProperty("instrument").GetProperty("stamp").GetString().ShouldBe("virtual");
        var comparison = root.GetProperty("comparison");
        Has(comparison, "baseline", "candidate", "task_ms_difference", "task_ms_difference_ci", "parts_ms",
            "parts_ms_ci");
        Has(comparison.GetProperty("parts_ms"), "first_token", "rate", "tokens");
        Has(root.GetProperty("calibration").GetProperty("error_ms"), "p50", "p99");
    }

    [Fact]
    public void ToJson_ThePartsOfADifferenceAddUpToTheLastBit()
    {
        using var json = JsonDocument.Parse(MeasureDocument.Of(SampleDocuments.Story()).ToJson());
        var comparison = json.RootElement.GetProperty("comparison");
        var parts = comparison.GetProperty("parts_ms");
        var sum = parts.GetProperty("first_token").GetDouble() + parts.GetProperty("rate").GetDouble()
            + parts.GetProperty("tokens").GetDouble();
        sum.ShouldBe(comparison.GetProperty("task_ms_difference").GetDouble());
    }

    [Fact]
    public void FromJson_OfToJson_IsTheSameJson()
    {
        var json = MeasureDocument.Of(SampleDocuments.Measured()).ToJson();
        MeasureDocument.FromJson(json).ToJson().ShouldBe(json);
    }

    [Fact]
    public void ToJson_AMeasurement_IsGolden() =>
        MeasureDocument.Of(SampleDocuments.Measured()).ToJson().ShouldBeGolden("measured.json");

    private static void Has(JsonElement element, params string[] keys)
    {
        foreach (var key in keys)
        {
            element.TryGetProperty(key, out _).ShouldBeTrue($"no {key}");
        }
    }
}
