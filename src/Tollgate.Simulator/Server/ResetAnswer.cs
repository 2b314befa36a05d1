using Tollgate.Simulator.Http;
using Tollgate.Simulator.Truth;

namespace Tollgate.Simulator.Server;

/// <summary>No answer: the connection is reset as soon as the request has been read.</summary>
internal sealed class ResetAnswer(ServerCore core, TruthRecord truth, long dueNs) : IAnswer
{
    public long DueNs => dueNs;

    public bool Trickle => false;

    public Next Render(ByteBuffer into, long nowNs) => Next.Reset;

    public void Written(long atNs) => Gone(atNs);

    public void Delayed(long atNs)
    {
    }

    public void Gone(long atNs)
    {
        truth.EndNs = atNs;
        core.Truth.Publish(truth);
    }
}
