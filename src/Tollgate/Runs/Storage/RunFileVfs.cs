using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Tollgate.Runs.Storage;

/// <summary>
/// Lets SQLite read a run file from an open descriptor and from nothing else: to SQLite there is one immutable file
/// with no log, journal or index beside it, whatever the folder holds. Nothing is locked, written or created.
/// See https://www.sqlite.org/vfs.html.
/// </summary>
/// <remarks>
/// SQLite's own <c>immutable=1</c> opens the file by its name again, so another file can take the name between the
/// computing of the seal and the reading; and names would have to be escaped for a URI.
/// </remarks>
internal static unsafe partial class RunFileVfs
{
    private const string Name = "tollgate-run-file";
    private const string Library = "e_sqlite3";
    private const int CannotOpen = 14;
    private const int NotFound = 12;
    private const int ReadError = 10 | (1 << 8);
    private const int ShortRead = 10 | (2 << 8);
    private const int ReadOnly = 8;
    private const int OpenReadOnly = 0x1;
    private const int OpenMainDb = 0x100;
    private const int OpenTemporary = 0x200 | 0x400 | 0x1000 | 0x2000; // Databases and journals of a query.
    private const int Immutable = 0x2000;

    private static readonly ConcurrentDictionary<string, RunFileBytes> Waiting = new();
    private static readonly Lazy<nint> Registered = new(Register);
    private static long next;

    /// <summary>Opens the file for reading.</summary>
    /// <param name="bytes">Stays the caller's, and open for as long as the connection is.</param>
    /// <exception cref="SqliteException">It is no database.</exception>
    public static SqliteConnection Connect(RunFileBytes bytes)
    {
        _ = Registered.Value;

        // The name is a number of ours: no character of the file's own name can mean anything to SQLite.
        var name = $"/{Interlocked.Increment(ref next)}";
        Waiting[name] = bytes;
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = name,
            Mode = SqliteOpenMode.ReadOnly,
            Pooling = false,
            Vfs = Name,
        }.ToString());
        try
        {
            connection.Open();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
        finally
        {
            Waiting.TryRemove(name, out _);
        }
    }

    private static nint Register()
    {
        var usual = sqlite3_vfs_find(null);
        if (usual is null)
        {
            throw new InvalidOperationException("SQLite has no file system.");
        }

        // Never freed: SQLite keeps both for the life of the process.
        var methods = (IoMethods*)NativeMemory.AllocZeroed((nuint)sizeof(IoMethods));
        *methods = new IoMethods
        {
            Version = 1, // Without the shared memory of later versions there can be no WAL.
            Close = &Close,
            Read = &Read,
            Write = &Write,
            Truncate = &Truncate,
            Sync = &Flags,
            FileSize = &FileSize,
            Lock = &Flags,
            Unlock = &Flags,
            CheckReservedLock = &CheckReservedLock,
            FileControl = &FileControl,
            SectorSize = &SectorSize,
            DeviceCharacteristics = &DeviceCharacteristics,
        };
        var vfs = (Vfs*)NativeMemory.AllocZeroed((nuint)sizeof(Vfs));
        *vfs = *usual; // Clock, chance and sleep are the usual ones.
        vfs->Version = 1;
        vfs->FileBytes = Math.Max(usual->FileBytes, sizeof(OpenFile));
        vfs->Next = null;
        vfs->Name = (byte*)Marshal.StringToCoTaskMemUTF8(Name);
        vfs->Data = methods;
        vfs->Open = &Open;
        vfs->Delete = &Delete;
        vfs->Access = &Access;
        vfs->FullPathname = &FullPathname;
        return sqlite3_vfs_register(vfs, 0) == 0
            ? (nint)vfs
            : throw new InvalidOperationException("SQLite does not take the run files' file system.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(Vfs* vfs, byte* name, OpenFile* file, int flags, int* outFlags)
    {
        if ((flags & OpenTemporary) != 0)
        {
            // What a query is too large to sort in memory for; the run file is not in it.
            var usual = sqlite3_vfs_find(null);
            return usual->Open(usual, name, file, flags, outFlags);
        }

        file->Methods = null;
        if ((flags & OpenMainDb) == 0 || name is null
            || !Waiting.TryGetValue(Marshal.PtrToStringUTF8((nint)name) ?? "", out var bytes))
        {
            return CannotOpen;
        }

        file->Bytes = GCHandle.ToIntPtr(GCHandle.Alloc(bytes));
        file->Methods = (IoMethods*)vfs->Data;
        if (outFlags is not null)
        {
            *outFlags = OpenMainDb | OpenReadOnly;
        }

        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(Vfs* vfs, byte* name, int sync) => ReadOnly;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Access(Vfs* vfs, byte* name, int flags, int* result)
    {
        *result = 0; // There is nothing beside the file.
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FullPathname(Vfs* vfs, byte* name, int room, byte* to)
    {
        var given = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(name);
        if (given.Length >= room)
        {
            return CannotOpen;
        }

        given.CopyTo(new Span<byte>(to, room));
        to[given.Length] = 0;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(OpenFile* file)
    {
        GCHandle.FromIntPtr(file->Bytes).Free();
        file->Methods = null;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(OpenFile* file, byte* to, int count, long at)
    {
        try
        {
            var span = new Span<byte>(to, count);
            var read = BytesOf(file).Read(at, span);
            span[read..].Clear();
            return read == count ? 0 : ShortRead;
        }
        catch (Exception)
        {
            // Whatever it is, it must not pass through SQLite's frames; SQLite reports it as an error of the disk.
            return ReadError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(OpenFile* file, byte* from, int count, long at) => ReadOnly;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(OpenFile* file, long size) => ReadOnly;

    // Nobody else counts: there is nothing to lock and nothing to flush.
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Flags(OpenFile* file, int flags) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(OpenFile* file, long* size)
    {
        try
        {
            *size = BytesOf(file).SizeForSqlite();
            return 0;
        }
        catch (Exception)
        {
            return ReadError;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(OpenFile* file, int* result)
    {
        *result = 0;
        return 0;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileControl(OpenFile* file, int operation, void* argument) => NotFound;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(OpenFile* file) => 0;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(OpenFile* file) => Immutable;

    private static RunFileBytes BytesOf(OpenFile* file) =>
        (RunFileBytes)GCHandle.FromIntPtr(file->Bytes).Target!; // Close frees it, and comes last.

    [LibraryImport(Library)]
    private static partial Vfs* sqlite3_vfs_find(byte* name);

    [LibraryImport(Library)]
    private static partial int sqlite3_vfs_register(Vfs* vfs, int makeDefault);

    // sqlite3_file, and what is ours behind it.
    [StructLayout(LayoutKind.Sequential)]
    private struct OpenFile
    {
        public IoMethods* Methods;
        public nint Bytes;
    }

    // sqlite3_io_methods, version 1.
    [StructLayout(LayoutKind.Sequential)]
    private struct IoMethods
    {
        public int Version;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> Close;
        public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Read;
        public delegate* unmanaged[Cdecl]<OpenFile*, byte*, int, long, int> Write;
        public delegate* unmanaged[Cdecl]<OpenFile*, long, int> Truncate;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Sync;
        public delegate* unmanaged[Cdecl]<OpenFile*, long*, int> FileSize;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Lock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, int> Unlock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int*, int> CheckReservedLock;
        public delegate* unmanaged[Cdecl]<OpenFile*, int, void*, int> FileControl;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> SectorSize;
        public delegate* unmanaged[Cdecl]<OpenFile*, int> DeviceCharacteristics;
    }

    // sqlite3_vfs, version 1.
    [StructLayout(LayoutKind.Sequential)]
    private struct Vfs
    {
        public int Version;
        public int FileBytes;
        public int MaxPathname;
        public Vfs* Next;
        public byte* Name;
        public void* Data;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, OpenFile*, int, int*, int> Open;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int> Delete;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, int, int*, int> Access;
        public delegate* unmanaged[Cdecl]<Vfs*, byte*, int, byte*, int> FullPathname;
        public nint OpenLibrary;
        public nint LibraryError;
        public nint LibrarySymbol;
        public nint CloseLibrary;
        public nint Randomness;
        public nint Sleep;
        public nint CurrentTime;
        public nint LastError;
    }
}
