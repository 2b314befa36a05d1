namespace Tollgate.Simulator.Tests.Server;

public sealed class FastServerTests : SimulatedServerTests
{
    protected override bool Portable => false;
}

public sealed class PortableServerTests : SimulatedServerTests
{
    protected override bool Portable => true;
}

public sealed class TlsServerTests : SimulatedServerTests
{
    protected override bool Portable => false;

    protected override bool Tls => true;
}
