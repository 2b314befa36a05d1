namespace Tollgate.Statistics.Tests;

public class RandomStreamTests
{
    [Fact]
    public void Fork_AfterDraws_IsTheSameAsBefore()
    {
        var stream = new RandomStream(7);
        var before = stream.Fork(3).NextUInt64();
        stream.NextUInt64();
        stream.Fork(3).NextUInt64().ShouldBe(before);
        stream.Fork(4).NextUInt64().ShouldNotBe(before);
    }

    // Recorded figures hang on it: a name's stream is the same in every version. The key is FNV-1a's of "goals".
    [Fact]
    public void Fork_OfAName_IsTheForkOfItsHash()
    {
        new RandomStream(7).Fork("goals").NextUInt64().ShouldBe(new RandomStream(7).Fork(7769761379179684543UL).NextUInt64());
        new RandomStream(7).Fork("records").NextUInt64().ShouldNotBe(new RandomStream(7).Fork("goals").NextUInt64());
    }
}
