using System.Runtime.InteropServices;

namespace Tollgate.Input;

/// <summary>
/// Tells named pipes from files: to open one waits for somebody who writes to it, for ever if need be. The shell's
/// <c>&lt;(command)</c> is one of the process's own descriptors and has its writer.
/// </summary>
internal static unsafe partial class NamedPipe
{
    private const int CurrentFolder = -100;
    private const uint TypeMask = 1;
    private const int StatxBytes = 256;
    private const int ModeAt = 28;
    private const int TypeBits = 0xF000;
    private const int Pipe = 0x1000;

    /// <summary>Whether the path is one; false where nothing is there.</summary>
    public static bool Is(string path)
    {
        if (!OperatingSystem.IsLinux() || path.StartsWith("/dev/", StringComparison.Ordinal)
            || path.StartsWith("/proc/", StringComparison.Ordinal))
        {
            return false;
        }

        // struct statx of Linux: stx_mode is the 16 bits at 28.
        var found = stackalloc byte[StatxBytes];
        return statx(CurrentFolder, path, 0, TypeMask, found) == 0 && (*(ushort*)(found + ModeAt) & TypeBits) == Pipe;
    }

    [LibraryImport("libc", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int statx(int folder, string path, int flags, uint mask, byte* found);
}
