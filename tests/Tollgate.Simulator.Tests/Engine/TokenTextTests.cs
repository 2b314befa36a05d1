using System.Text;
using Tollgate.Simulator.Engine;

namespace Tollgate.Simulator.Tests.Engine;

public class TokenTextTests
{
    [Fact]
    public void Tokens_AreFourToFiveCharactersOnAverage_AndNeedNoEscapes()
    {
        var text = TokenText.Join(1000);
        (text.Length / 1000.0).ShouldBeInRange(4, 5);
        Json.Escape(text).ShouldBe(text);
        Encoding.UTF8.GetByteCount(text).ShouldBeGreaterThan(text.Length);
        Enumerable.Range(0, 1000).Sum(TokenText.CodePoints).ShouldBe(text.EnumerateRunes().Count());
    }
}
