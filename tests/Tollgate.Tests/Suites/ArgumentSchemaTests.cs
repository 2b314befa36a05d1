using System.Text.Json;
using Tollgate.Suites.Schemas;

namespace Tollgate.Tests.Suites;

public class ArgumentSchemaTests
{
    internal const string Plain = """
        {"type":"object","required":["name","day"],"additionalProperties":false,"properties":{
          "name":{"type":"string","minLength":2,"maxLength":5},
          "day":{"type":"string","format":"date"},
          "at":{"type":"string","format":"time"},
          "mail":{"type":"string","format":"email"},
          "count":{"type":"integer","minimum":1,"maximum":9},
          "share":{"type":"number","exclusiveMaximum":1},
          "urgent":{"type":"boolean"},
          "kind":{"type":"string","enum":["soft","hard"]},
          "code":{"type":"string","pattern":"^[A-Z]-\\d+$"},
          "either":{"type":["string","null"]},
          "slots":{"type":"array","minItems":1,"items":{"type":"object","required":["date"],
            "properties":{"date":{"type":"string","format":"date"}},"additionalProperties":false}}}}
        """;

    // Every row is checked in place, and by NJsonSchema too: a keyword that is not plain stands beside.
    private static readonly string Foreign = Plain[..1] + "\"minProperties\":0," + Plain[1..];

    // What follows name and day; path, and which of missing, unknown, wrong type and otherwise wrong. Empty for right.
    public static TheoryData<string, string, string> Cases => new()
    {
        { "", "", "" },
        { """ "count": 3 """, "", "" },
        { """ "count": 3.0 """, "", "" }, // A whole number, however it is written.
        { """ "count": 3.5 """, "count", "type" },
        { """ "count": "3" """, "count", "type" }, // A text is no number.
        { """ "count": true """, "count", "type" },
        { """ "count": 0 """, "count", "other" },
        { """ "count": 10 """, "count", "other" },
        { """ "count": null """, "", "" }, // As good as absent.
        { """ "share": 0.99 """, "", "" },
        { """ "share": 1 """, "share", "other" },
        { """ "urgent": false """, "", "" },
        { """ "urgent": "false" """, "urgent", "type" },
        { """ "urgent": 0 """, "urgent", "type" },
        { """ "kind": "soft" """, "", "" },
        { """ "kind": "Soft" """, "kind", "other" }, // Letter for letter.
        { """ "kind": "" """, "kind", "other" },
        { """ "code": "A-1" """, "", "" },
        { """ "code": "a-1" """, "code", "other" },
        { """ "either": null """, "", "" },
        { """ "either": 1 """, "either", "type" },
        { """ "mail": "jo@x.com" """, "", "" },
        { """ "mail": "jo at x.com" """, "mail", "other" },
        { """ "knid": "soft" """, "knid", "unknown" },
        { """ "slots": [{"date":"2026-03-05"}] """, "", "" },
        { """ "slots": [] """, "slots", "other" },
        { """ "slots": [{"date":"2026-03-05"},{"date":"x"}] """, "slots[1].date", "other" },
        { """ "slots": [{"date":7}] """, "slots[0].date", "type" },
        { """ "slots": [{}] """, "slots[0].date", "missing" },
        { """ "slots": {"date":"2026-03-05"} """, "slots", "type" },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_InPlace_SaysWhatTheSchemaForbids(string more, string path, string what) =>
        Check(Plain, more, path, what);

    [Theory]
    [MemberData(nameof(Cases))]
    public void Check_ByTheLibrary_SaysTheSame(string more, string path, string what) =>
        Check(Foreign, more, path, what);

    [Theory]
    [InlineData("{}", "name", "day")] // Both at once.
    [InlineData("""{"name":null,"day":"2026-03-05"}""", "name")] // What is required is not null.
    [InlineData("""{"name":"Jo","day":"03/05/2026"}""", "day")]
    [InlineData("""{"name":"Jo","day":"2026-02-30"}""", "day")] // There is no such day.
    [InlineData("""{"name":"J","day":"2026-03-05"}""", "name")] // Too short.
    [InlineData("""{"name":"Johann","day":"2026-03-05"}""", "name")] // Too long.
    [InlineData("""{"name":"Jo","day":"2026-03-05","at":"25:00"}""", "at")]
    [InlineData("""{"name":"Jo","day":"2026-03-05","at":"09:15"}""")] // Right.
    [InlineData("[]", "")]
    [InlineData("\"name\"", "")]
    public void Check_Arguments_NamesEach(string arguments, params string[] paths) =>
        ArgumentSchema.Of(Plain).Check(JsonElement.Parse(arguments)).Select(problem => problem.Path).ShouldBe(paths);

    [Fact]
    public void Check_AlternativesAndReferences_AreTheLibrarys()
    {
        var schema = ArgumentSchema.Of("""
            {"type":"object","$defs":{"id":{"type":"string","pattern":"^P"}},"properties":{
              "patient":{"$ref":"#/$defs/id"},"amount":{"anyOf":[{"type":"integer"},{"enum":["all"]}]}}}
            """);
        schema.Check(JsonElement.Parse("""{"patient":"P-1","amount":"all"}""")).ShouldBeEmpty();
        schema.Check(JsonElement.Parse("""{"patient":"Q-1","amount":"some"}""")).Select(problem => problem.Path)
            .ShouldBe(["patient", "amount"], ignoreOrder: true);
    }

    [Fact]
    public void Check_ADateInAForeignSchema_StaysAText() => ArgumentSchema.Of("""
        {"type":"object","minProperties":1,"properties":{"at":{"type":"string"}}}
        """).Check(JsonElement.Parse("""{"at":"2026-03-05T10:00:00Z"}""")).ShouldBeEmpty();

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("{}")] // No object's.
    [InlineData("""{"type":"string"}""")]
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"http://example.com/a.json"}}}""")] // Nothing is fetched.
    [InlineData("""{"type":"object","properties":{"a":{"$ref":"file:///etc/passwd"}}}""")]
    public void Of_WhatIsNoSchemaOfAnObject_IsRefused(string text) =>
        Should.Throw<FormatException>(() => ArgumentSchema.Of(text));

    [Fact]
    public void Of_TheSameText_IsTheSameObject() =>
        ArgumentSchema.Of(Plain).ShouldBeSameAs(ArgumentSchema.Of(string.Concat(Plain[..5], Plain[5..])));

    [Fact]
    public void Check_OnManyThreads_IsTheSame() =>
        Parallel.For(0, 200, i => ArgumentSchema.Of(i % 2 == 0 ? Plain : Foreign)
            .Check(JsonElement.Parse("{}")).Count(problem => problem.Missing).ShouldBe(2));

    private static void Check(string schema, string more, string path, string what)
    {
        var arguments = """{"name":"Jo","day":"2026-03-05" """ + (more.Length > 0 ? "," + more : "") + "}";
        var problems = ArgumentSchema.Of(schema).Check(JsonElement.Parse(arguments));
        if (what.Length == 0)
        {
            problems.ShouldBeEmpty();
            return;
        }

        var problem = problems.ShouldHaveSingleItem();
        problem.Path.ShouldBe(path);
        (problem.Missing ? "missing" : problem.Unknown ? "unknown" : problem.WrongType ? "type" : "other").ShouldBe(what);
        problem.Message.ShouldContain(path);
    }
}
