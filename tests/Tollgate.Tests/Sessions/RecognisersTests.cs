using Tollgate.Acts.Slots;
using Tollgate.Sessions;
using Tollgate.Statistics;

namespace Tollgate.Tests.Sessions;

/// <summary>What is said with care is heard a little better; docs/recognition.md says by how much and why.</summary>
public class RecognisersTests
{
    [Fact]
    public void Careful_WordsSaidAgain_HaveSoManyErrorsFewer()
    {
        var plain = Errors(SayingStyle.Plain);
        var slow = Errors(SayingStyle.Slow);
        (slow / (double)plain).ShouldBeInRange(0.78, 0.94);
        Errors(SayingStyle.Spelled).ShouldBe(slow);
    }

    private static int Errors(SayingStyle style)
    {
        var recogniser = Recognisers.Careful(0.25, style);
        return Enumerable.Range(0, 4_000).Sum(i =>
        {
            var heard = recogniser.Hear("six, one, four. Five, five, five. Zero, one, zero, one.", [], new RandomStream((ulong)i));
            return heard.Substitutions + heard.Deletions + heard.Insertions;
        });
    }
}
