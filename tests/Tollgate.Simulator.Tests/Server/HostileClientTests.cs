using System.Collections.Concurrent;
using System.Text;
using Tollgate.Exchanges;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Truth;

namespace Tollgate.Simulator.Tests.Server;

/// <summary>What no client should send, and what must not come of it.</summary>
public class HostileClientTests
{
    private const string Messages = """[{"role":"user","content":"a"}]""";

    // A body that is refused, whoever reads it.
    public static TheoryData<string> Bodies =>
    [
        """{"model":"\ud800","max_tokens":1,"messages":[{"role":"user","content":"a"}]}""",
        """{"model":"instant","max_tokens":1,"messages":[{"role":"user","content":"\udc00"}]}""",
        $$$"""{"model":"instant","max_tokens":1,"messages":{{{Messages}}},"tools":[{"name":"\ud800","type":"function","function":{"name":"\ud800","parameters":{} } }]}""",
        $$$"""{"model":"instant","max_tokens":1,"messages":{{{Messages}}},"tools":[{"name":"f","input_schema":1,"type":"function","function":{"name":"f","parameters":1}}]}""",
        $$"""{"model":"instant","max_tokens":1,"messages":{{new string('[', 100_000)}}""",
        """{"model":"instant","max_tokens":1,"messages":1}""",
        """{"model":1}""",
        "[]",
        "\"\"",
        "nothing",
        "{\"model\":\"instant\u0000",
    ];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_ThatNobodyShouldSend_IsRefusedInTheProvidersForm(string body)
    {
        foreach (var portable in new[] { false, true })
        {
            var said = new ConcurrentQueue<string>();
            await using var server = Start(portable, said);
            foreach (var path in new[] { "/v1/chat/completions", "/v1/messages" })
            {
                var answer = await RawClient.AskAsync(server, body, path);
                answer.Status.ShouldBeInRange(400, 404);
                answer.Text.ShouldContain("\"error\":{");
                (await RawClient.AskAsync(server, Requests.OpenAi())).Status.ShouldBe(200);
            }

            said.ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Fault_InOneConnection_ClosesThatOneAndIsSaid(bool portable)
    {
        var said = new ConcurrentQueue<string>();
        var clock = new BrokenWall();
        await using var server = Start(portable, said, clock);
        using var other = await RawClient.ConnectAsync(server);
        clock.IsBroken = true;
        (await RawClient.AskAsync(server, Requests.OpenAi())).Status.ShouldBe(0);
        said.ShouldHaveSingleItem().ShouldBe(
            "a connection was closed because the simulator failed: InvalidOperationException: no clock");
        clock.IsBroken = false;
        await other.SendAsync(Requests.OpenAi());
        (await other.ReadAsync()).Status.ShouldBe(200);
    }

    // Requests that come before their turn: the connection keeps some of them, and says that it wants no more.
    [Fact]
    public async Task Connection_WhileItAnswers_TakesOnlySoMuch()
    {
        await using var truth = new TruthLog(null, 1000, TimeProvider.System);
        var core = new ServerCore(new SimulatedServerOptions { TimeProvider = TimeProvider.System }, truth);
        var connection = new Connection(core, static _ => { });
        var body = Requests.OpenAi();
        var request = Encoding.ASCII.GetBytes($"POST /v1/chat/completions HTTP/1.1\r\ncontent-length: {body.Length}\r\n\r\n{body}");
        var taken = 0;
        while (!connection.IsFull)
        {
            connection.Receive(request, 0, StampSource.Process);
            taken += request.Length;
        }

        taken.ShouldBeInRange(64 * 1024, 66 * 1024);
        var output = new ByteBuffer(1024);
        for (var rendered = 0; connection.IsFull && rendered < 1000; rendered++)
        {
            output.Clear();
            connection.Render(output, long.MaxValue);
            connection.Written(0);
            connection.Sent();
        }

        connection.IsFull.ShouldBeFalse();
    }

    private static SimulatedServer Start(bool portable, ConcurrentQueue<string> said, TimeProvider? clock = null) =>
        SimulatedServer.Start(new SimulatedServerOptions
        {
            TimeProvider = clock ?? TimeProvider.System,
            Portable = portable,
            Say = said.Enqueue,
        });

    // The machine's clock, whose wall side can break.
    private sealed class BrokenWall : TimeProvider
    {
        public volatile bool IsBroken;

        public override DateTimeOffset GetUtcNow() =>
            IsBroken ? throw new InvalidOperationException("no clock") : base.GetUtcNow();
    }
}
