using System.Net.Sockets;
using Microsoft.Win32.SafeHandles;

namespace Tollgate.Simulator.Server;

/// <summary>
/// Descriptors that are held so that they can be given up: a process at its limit of open files can load no assembly
/// and write no line, and dies of it. Not thread-safe.
/// </summary>
internal sealed class SpareFiles : IDisposable
{
    private const int Count = 16;
    private const string Nothing = "/dev/null";

    private readonly List<SafeFileHandle> held = [];

    /// <exception cref="SocketException">There are not as many to be had.</exception>
    public SpareFiles()
    {
        if (!TryHold())
        {
            throw new SocketException((int)SocketError.TooManyOpenSockets);
        }
    }

    /// <summary>Takes them again; false where they are not to be had.</summary>
    public bool TryHold()
    {
        try
        {
            while (held.Count < Count && File.Exists(Nothing))
            {
                held.Add(File.OpenHandle(Nothing));
            }

            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            GiveUp();
            return false;
        }
    }

    /// <summary>Lets them go for what else has to be opened.</summary>
    public void GiveUp()
    {
        held.ForEach(static handle => handle.Dispose());
        held.Clear();
    }

    public void Dispose() => GiveUp();
}
