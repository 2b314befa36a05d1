using System.Text;
using Tollgate.Transport;
using Tollgate.Wires.Framing;

namespace Tollgate.Tests.Transport;

public class BodySnifferTests
{
    // What comes, under another content type, and whether it is a stream; null where it does not tell yet.
    public static TheoryData<string, bool?> Unannounced => new()
    {
        { "data: {}\n\n", true },
        { "data:{}", true },
        { "event: message_start\n", true },
        { "id: 1\n", true },
        { "retry: 5\n", true },
        { ": ping\n", true },
        { "\ufeffdata: {}", true },
        { "\r\n \t data: {}", true },
        { "\ufeff", null },
        { "dat", null },
        { "", null },
        { "   ", null },
        { "dance with me", false },
        { "data", null },
        { "database is down", false },
        { "{\"error\":{}}", false },
        { "<html>", false },
        { "[1]", false },
    };

    [Theory]
    [MemberData(nameof(Unannounced))]
    public void IsStream_UnderAnotherType_IsWhatItsFirstBytesSay(string body, bool? isStream)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        new BodySniffer(EventStreamFraming.Instance, isAnnounced: false).IsStream(bytes, out _).ShouldBe(isStream);

        // The same however it is cut.
        for (var cut = 0; cut < bytes.Length; cut++)
        {
            var sniffer = new BodySniffer(EventStreamFraming.Instance, isAnnounced: false);
            (sniffer.IsStream(bytes.AsSpan(0, cut), out _) ?? sniffer.IsStream(bytes.AsSpan(cut), out _)).ShouldBe(isStream);
        }
    }

    [Theory]
    [InlineData("x: a field that nobody knows\n", true)]
    [InlineData("data: {}", true)]
    [InlineData(" {\"error\":{}}", false)]
    [InlineData("<!doctype html>", false)]
    [InlineData("\n", null)]
    public void IsStream_UnderItsOwnType_IsAllButWhatIsPlainlySomethingElse(string body, bool? isStream) =>
        new BodySniffer(EventStreamFraming.Instance, isAnnounced: true).IsStream(Encoding.UTF8.GetBytes(body), out _).ShouldBe(isStream);

    [Fact]
    public void IsStream_AStream_BeginsBehindWhatStandsBeforeIt()
    {
        var sniffer = new BodySniffer(EventStreamFraming.Instance, isAnnounced: false);
        sniffer.IsStream("\ufeff\n\n da"u8, out _).ShouldBeNull();
        sniffer.IsStream("ta: 1"u8, out var start).ShouldBe(true);
        Encoding.UTF8.GetString(sniffer.Seen[start..]).ShouldBe("data: 1");
    }

    [Fact]
    public void IsStream_NothingButSpace_IsBounded() =>
        new BodySniffer(EventStreamFraming.Instance, isAnnounced: false).IsStream(new byte[5000].Select(_ => (byte)' ').ToArray(), out _).ShouldBe(false);
}
