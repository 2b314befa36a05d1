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
}
