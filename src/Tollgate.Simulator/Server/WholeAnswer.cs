using Tollgate.Simulator.Http;
using Tollgate.Simulator.Truth;

namespace Tollgate.Simulator.Server;

/// <summary>An answer that is there at once: an error, a list, a page.</summary>
internal sealed class WholeAnswer(
    ServerCore core, TruthRecord truth, byte[] bytes, bool keepAlive, bool trickle, long dueNs) : IAnswer
{
    public long DueNs { get; private set; } = dueNs;

    public bool Trickle => trickle;

    public Next Render(ByteBuffer into, long nowNs)
    {
        into.Add(bytes);
        DueNs = long.MaxValue;
        return keepAlive ? Next.Done : Next.DoneAndClose;
    }

    public void Written(long atNs)
    {
        truth.HeadersNs = atNs;
        truth.EndNs = atNs;
        core.Truth.Publish(truth);
    }

    public void Delayed(long atNs)
    {
    }

    public void Gone(long atNs)
    {
        truth.Outcome = TruthOutcome.Abandoned;
        truth.EndNs = atNs;
        core.Truth.Publish(truth);
    }
}
