namespace Tollgate.Fuzz;

/// <summary>What was found once, and a first look at what is to be found. Long runs are for <c>dotnet run</c>.</summary>
public class FuzzTests
{
    private const int Inputs = 150;

    public static TheoryData<string> Names => [.. Targets.All.Select(static target => target.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_WhateverComes_SaysWhatIsWrong(string name)
    {
        var hunt = new Hunt(Targets.All.Single(target => target.Name == name), seed: 20260302, current: null);
        hunt.Seeds();
        hunt.Inputs.ShouldBePositive("a target has seeds");
        hunt.Times(Inputs);
        hunt.Findings.Select(static one => $"{one.What} {one.Where}").ShouldBeEmpty();
    }

    [Fact]
    public void Next_TheSameSeed_MakesTheSameInputs()
    {
        string[] Inputs(int seed)
        {
            var mutator = new Mutator(["{\"a\": [1, 2]}"u8.ToArray(), "b"u8.ToArray()], ["word"]);
            var random = new Random(seed);
            return [.. Enumerable.Range(0, 200).Select(_ => Convert.ToHexString(mutator.Next(random)))];
        }

        Inputs(7).ShouldBe(Inputs(7));
        Inputs(7).ShouldNotBe(Inputs(8));
        Inputs(7).Distinct().Count().ShouldBeGreaterThan(150);
    }

    // An oracle that cannot find anything would say that all is well.
    [Fact]
    public void Run_AReaderThatThrows_IsAFinding()
    {
        var target = new FuzzTarget("broken", static bytes => _ = bytes[0] == (byte)'x' ? bytes[bytes.Length] : 0);
        Trial.Run(target, [1]).ShouldBeNull();
        Trial.Run(target, "x"u8.ToArray()).ShouldNotBeNull().What.ShouldStartWith("IndexOutOfRangeException: ");
        Trial.Run(new FuzzTarget("fat", static _ => GC.KeepAlive(new byte[600 << 20])), []).ShouldNotBeNull()
            .What.ShouldStartWith("allocated 600 MiB for 0 bytes");
    }
}
