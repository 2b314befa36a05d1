using System.Text.Json;
using Tollgate.Reports.Json.Verdicts;

namespace Tollgate.Tests.Reports.Verdicts;

public class VerdictDocumentTests
{
    public static TheoryData<string> Names => [.. SampleVerdicts.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void ToJson_OfAVerdict_IsGolden(string name) => Json(name).ShouldBeGolden($"{name}.json");

    [Theory]
    [MemberData(nameof(Names))]
    public void FromJson_OfToJson_IsTheSame(string name) =>
        VerdictDocument.FromJson(Json(name)).ToJson().ShouldBe(Json(name));

    [Theory]
    [InlineData("adopt", "adopt")]
    [InlineData("bad-loss", "reject")]
    [InlineData("inconclusive", "inconclusive")]
    public void ToJson_TheVerdict_IsOneWord(string name, string expected)
    {
        using var document = JsonDocument.Parse(Json(name));
        document.RootElement.GetProperty("schema").GetInt32().ShouldBe(1);
        document.RootElement.GetProperty("verdict").GetString().ShouldBe(expected);
    }

    [Fact]
    public void ToJson_WhatIsNotThere_IsNull()
    {
        using var document = JsonDocument.Parse(Json("too-many-failed"));
        var row = document.RootElement.GetProperty("rows")[0];
        row.GetProperty("candidate").GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("candidate").GetProperty("ci")[0].GetDouble().ShouldBe(2_140);
        row.GetProperty("candidate").GetProperty("ci")[1].ValueKind.ShouldBe(JsonValueKind.Null);
        row.GetProperty("change").ValueKind.ShouldBe(JsonValueKind.Null);
        document.RootElement.GetProperty("more_sessions").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ToJson_WhatIsNoNumber_IsNull(double value)
    {
        var verdict = SampleVerdicts.Adopt();
        var row = verdict.Rows[0];
        var broken = verdict with
        {
            Rows = [row with { Candidate = row.Candidate.ShouldNotBeNull() with { Value = value } }],
        };
        VerdictDocument.Of(broken).Rows[0].Candidate.ShouldNotBeNull().Value.ShouldBeNull();
        VerdictDocument.Of(broken).ToJson().ShouldContain("\"value\": null");
    }

    private static string Json(string name) => VerdictDocument.Of(SampleVerdicts.All[name]).ToJson();
}
