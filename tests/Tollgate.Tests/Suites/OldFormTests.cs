using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Tests.Reports;

namespace Tollgate.Tests.Suites;

/// <summary>A suite of the form before briefs is refused once, and for each of its keys it is said what became of it.</summary>
public class OldFormTests
{
    // Of every key that the old form had and today's has not, in the level where it stood.
    private static readonly string[] Keys =
    [
        "sessions", "fragments", "clarifications", "limits: clarifications",
        .. new[]
        {
            "variants", "missing", "may_call", "in_order", "goals", "records_after", "steps",
        }.Select(key => $"sessions: {key}"),
        .. new[]
        {
            "say", "entities", "reply", "use", "id", "asked", "again", "times", "optional", "after_call", "after_handoff_to",
            "before", "expect", "missing", "faults", "barge_in", "backchannel", "cut",
        }.Select(key => $"steps: {key}"),
        .. new[] { "together", "hand_over_to" }.Select(key => $"expect: {key}"),
        .. new[] { "called", "handed_over_to", "said", "records" }.Select(key => $"goals: {key}"),
    ];

    [Fact]
    public void Read_AnOldSuite_SaysOfEachKeyWhatBecameOfIt()
    {
        var result = SuiteReader.Read(SuiteFiles.Text("old.yaml"), "old.yaml");
        result.Suite.ShouldBeNull();
        var error = result.Errors.Single();
        (error.Line, error.Column).ShouldBe((6, 22)); // The first key that is gone.
        foreach (var key in Keys)
        {
            error.Message.ShouldContain($"`{key}` (");
        }

        (error + "\n").ShouldBeGolden("old.txt");
    }

    [Theory]
    [InlineData("suite: a\nsessions: []\n", 2, 1)]
    [InlineData("suite: a\nwishes: {}\nfragments: 7\n", 3, 1)] // Beside today's keys, and no list.
    [InlineData("limits: { turns: 5, clarifications: 2 }", 1, 21)]
    [InlineData("sessions: { a: 1 }", 1, 1)]
    [InlineData("sessions: [7, { steps: [7, { say: 7, expect: { a: b } }], variants: 7, goals: [[]] }]", 1, 1)]
    public void Read_WhateverOfIt_IsOneErrorWithItsPlace(string text, int line, int column)
    {
        var error = SuiteReader.Read(text, "it").Errors.Single();
        (error.Line, error.Column).ShouldBe((line, column));
        error.Message.ShouldStartWith("the file is of the old form");
    }

    [Theory]
    [InlineData("good.yaml")]
    [InlineData("briefs.yaml")]
    [InlineData("bad.yaml")]
    public void Read_ASuiteOfToday_IsNotTakenForOne(string file) =>
        SuiteReader.Read(SuiteFiles.Text(file), file).Errors
            .ShouldAllBe(error => !error.Message.Contains("old form"));
}
