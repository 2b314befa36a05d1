using Tollgate.Exchanges;
using Tollgate.Transport;

namespace Tollgate.Tests.Transport;

public class AnswerSizeTests
{
    private const int MiB = 1024 * 1024;

    // Bytes as they come, coded bytes behind each, and whether that is too large.
    [Theory]
    [InlineData(new[] { 1 }, null, false)]
    [InlineData(new[] { 128 * MiB, 128 * MiB }, null, false)]
    [InlineData(new[] { 128 * MiB, 128 * MiB, 1 }, null, true)]
    [InlineData(new[] { MiB }, 1, false)] // The first mebibyte may be as dense as it likes.
    [InlineData(new[] { MiB, 1 }, 1, true)]
    [InlineData(new[] { MiB, MiB }, 2 * MiB / 200 + 1, false)]
    [InlineData(new[] { MiB, MiB }, 2 * MiB / 200, true)]
    public void Add_BeyondTheBounds_IsAFailure(int[] counts, int? coded, bool isTooLarge)
    {
        var size = new AnswerSize();
        var failures = counts.Select(count => size.Add(count, coded)).ToList();
        failures.SkipLast(1).ShouldAllBe(failure => failure == null);
        failures[^1]?.Kind.ShouldBe(FailureKind.AnswerTooLarge);
        (failures[^1] is not null).ShouldBe(isTooLarge);
    }
}
