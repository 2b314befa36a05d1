using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Tollgate.Exchanges;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Tests.Scores;
using Tollgate.Values;

namespace Tollgate.Tests.Oracles;

public class FaultInjectorTests
{
    private static readonly Reply Ideal = new(
        "I'm sorry, I can't find it.", "",
        [new ToolCall("c1", "move_booking", """{"booking_id":"APT-1001","day":"2026-03-06","people":2}""")]);

    private static readonly DateTime Now = new(2026, 3, 2, 9, 15, 0);

    public static TheoryData<FaultKind> OfCalls => [.. Enum.GetValues<FaultKind>().Where(static kind => kind <= FaultKind.BrokenJson)];

    public static TheoryData<FaultKind> OfWords => [.. InjectionRates.Fabrications, FaultKind.FalseNotFound];

    [Fact]
    public void Spoil_NoRates_LeavesTheReplyAsItIs()
    {
        var spoiled = new FaultInjector(InjectionRates.None).Spoil(Ideal, Context(), new RandomStream(1));
        spoiled.Planted.ShouldBeEmpty();
        spoiled.Reply.Text.ShouldBe(Ideal.Text);
        spoiled.Reply.ToolCalls.ShouldBe(Ideal.ToolCalls);
    }

    [Theory]
    [MemberData(nameof(OfCalls))]
    public void Spoil_FaultOfACall_IsOneAndTold(FaultKind kind)
    {
        for (var seed = 0UL; seed < 50; seed++)
        {
            var spoiled = new FaultInjector(InjectionRates.Of(kind, 1)).Spoil(Ideal, Context(), new RandomStream(seed));
            spoiled.Planted.ShouldHaveSingleItem().Kind.ShouldBe(kind);
            spoiled.Reply.ToolCalls.SequenceEqual(Ideal.ToolCalls).ShouldBeFalse();
            spoiled.Reply.Text.ShouldBe(Ideal.Text);
        }
    }

    [Theory]
    [MemberData(nameof(OfWords))]
    public void Spoil_FaultOfWords_ReplacesThem(FaultKind kind)
    {
        var ideal = Ideal with { ToolCalls = [] };
        var spoiled = new FaultInjector(InjectionRates.Of(kind, 1)).Spoil(ideal, Context(), new RandomStream(3));
        spoiled.Planted.ShouldHaveSingleItem().Kind.ShouldBe(kind);
        spoiled.Reply.Text.ShouldNotBe(ideal.Text);
        spoiled.Reply.ToolCalls.ShouldBeEmpty();
    }

    [Fact]
    public void Spoil_AReplyThatTriesAgain_DoesNotSayYetThatNothingIsThere() =>
        new FaultInjector(InjectionRates.Of(FaultKind.FalseNotFound, 1)).Spoil(Ideal, Context(), new RandomStream(3))
            .Planted.ShouldBeEmpty();

    // How a model finds what it needs is its own business.
    [Theory]
    [InlineData(FaultKind.DroppedCall)]
    [InlineData(FaultKind.DuplicateCall)]
    [InlineData(FaultKind.WrongTool)]
    [InlineData(FaultKind.UnexpectedArgument)]
    [InlineData(FaultKind.MissingArgument)]
    [InlineData(FaultKind.WrongValue)]
    public void Spoil_ALookup_HasNoFaultThatNobodyWouldCharge(FaultKind kind)
    {
        var lookup = new Reply("", "", [new ToolCall("c1", "find_booking", """{"booking_id":"APT-1001"}""")]);
        new FaultInjector(InjectionRates.Of(kind, 1)).Spoil(lookup, Context(), new RandomStream(3)).Planted.ShouldBeEmpty();
    }

    [Fact]
    public void Spoil_SameSeed_IsTheSame()
    {
        var spoiler = new FaultInjector(InjectionRates.Parse("wrong_value=0.5,fabrication=0.5,extra_call=0.2"));
        string Of(ulong seed) => JsonSerializer.Serialize(spoiler.Spoil(Ideal, Context(), new RandomStream(seed)));
        for (var seed = 0UL; seed < 20; seed++)
        {
            Of(seed).ShouldBe(Of(seed));
        }

        Enumerable.Range(0, 20).Select(static seed => (ulong)seed).Select(Of).Distinct().Count().ShouldBeGreaterThan(5);
    }

    [Fact]
    public void Spoil_Handoff_IsForgottenOrGoesElsewhere()
    {
        var ideal = new Reply("", "", [new ToolCall("c", "transfer_to_billing", "{}")]);
        new FaultInjector(InjectionRates.Of(FaultKind.ForgottenHandoff, 1)).Spoil(ideal, Context(), new RandomStream(1))
            .Reply.ToolCalls.ShouldBeEmpty();

        // There is nobody else in this suite to whom the call could go.
        new FaultInjector(InjectionRates.Of(FaultKind.WrongHandoff, 1)).Spoil(ideal, Context(), new RandomStream(1))
            .Planted.ShouldBeEmpty();
    }

    // A near miss of every kind truly differs.
    [Theory]
    [InlineData(ValueKind.Text, "\"Smith\"")]
    [InlineData(ValueKind.Number, "12.5")]
    [InlineData(ValueKind.Boolean, "true")]
    [InlineData(ValueKind.Date, "\"2024-12-01\"")]
    [InlineData(ValueKind.Time, "\"10:30\"")]
    [InlineData(ValueKind.DateTime, "\"2026-03-05T10:30\"")]
    [InlineData(ValueKind.Phone, "\"3125550166\"")]
    [InlineData(ValueKind.Money, "\"$84.50\"")]
    [InlineData(ValueKind.Email, "\"jo.e@x.com\"")]
    [InlineData(ValueKind.Code, "\"APT-1001\"")]
    [InlineData(ValueKind.Enum, "\"receipt\"")]
    [InlineData(ValueKind.Set, "[\"a\",\"b\"]")]
    [InlineData(ValueKind.List, "[\"a\",\"b\"]")]
    [InlineData(ValueKind.Object, "{\"make\":\"Honda\"}")]
    public void NearMiss_OfEveryKind_Differs(ValueKind kind, string json) =>
        Check.QuickThrowOnFailure(Prop.ForAll(Gen.Choose(0, 100_000).ToArbitrary(), seed =>
        {
            var value = JsonElement.Parse(json);
            var rule = new ValueRule(kind);
            return NearMiss.Of(value, rule, Now, new RandomStream((ulong)seed)) is { } other
                && !ValueComparer.Same(value, other, rule, Now);
        }));

    [Theory]
    [InlineData("wrong_value")]
    [InlineData("wrong_value=2")]
    [InlineData("wrong_value=-0.1")]
    [InlineData("wrong_value=NaN")]
    [InlineData("wrongvalue=0.1")]
    public void Parse_WhatIsNoRate_SaysWhy(string text) =>
        Should.Throw<FormatException>(() => InjectionRates.Parse(text)).Message.ShouldContain("expected");

    [Fact]
    public void Parse_Fabrication_IsSharedOut()
    {
        var rates = InjectionRates.Parse(" wrong_value=0.02, fabrication=0.8,");
        rates[FaultKind.WrongValue].ShouldBe(0.02);
        InjectionRates.Fabrications.Sum(kind => rates[kind]).ShouldBe(0.8, 1e-12);
        rates[FaultKind.ExtraCall].ShouldBe(0);
    }

    [Theory]
    [InlineData(FaultKind.WrongValue, "wrong_value")]
    [InlineData(FaultKind.BrokenJson, "broken_json")]
    [InlineData(FaultKind.FalseNotFound, "false_not_found")]
    public void NameOf_AKind_IsInSnakeCase(FaultKind kind, string name) => InjectionRates.NameOf(kind).ShouldBe(name);

    [Fact]
    public void NameOf_EveryKind_IsReadAgain()
    {
        foreach (var kind in Enum.GetValues<FaultKind>())
        {
            InjectionRates.Parse($"{InjectionRates.NameOf(kind)}=0.5")[kind].ShouldBe(0.5);
        }
    }

    private static InjectionContext Context()
    {
        var session = SampleSuite.Suite.Sessions[1];
        return new InjectionContext(
            SampleSuite.Suite, session, "front_desk", MissingTrial: true, AfterToolFailure: true);
    }
}
