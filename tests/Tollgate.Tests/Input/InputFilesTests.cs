using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Tollgate.Input;
using Tollgate.Runs;

namespace Tollgate.Tests.Input;

public sealed class InputFilesTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("tollgate-inputs-").FullName;

    [Fact]
    public void TryReadText_AFile_IsItsText()
    {
        var path = Path.Combine(folder, "a");
        File.WriteAllText(path, "\uFEFFh\u00E9");
        InputFiles.TryReadText(path, out var text, out _).ShouldBeTrue();
        text.ShouldBe("h\u00E9");
        File.WriteAllText(path, "");
        InputFiles.TryReadText(path, out text, out _).ShouldBeTrue();
        text.ShouldBeEmpty();
    }

    [Fact]
    public void TryReadBytes_AsMuchAsIsRead_IsReadAndNotAByteMore()
    {
        var path = Path.Combine(folder, "large");
        using (var file = File.Create(path))
        {
            file.SetLength(InputFiles.MaxBytes);
        }

        InputFiles.TryReadBytes(path, out var bytes, out _).ShouldBeTrue();
        bytes.Length.ShouldBe(InputFiles.MaxBytes);
        using (var file = File.OpenWrite(path))
        {
            file.SetLength(InputFiles.MaxBytes + 1L);
        }

        InputFiles.TryReadBytes(path, out _, out var error).ShouldBeFalse();
        error.ShouldBe($"the file \"{path}\" is larger than 64 MiB, which is the most that is read");
    }

    [Fact]
    public void TryReadBytes_WhatIsNoFile_SaysWhatItIs()
    {
        Error(folder).ShouldBe($"\"{folder}\" is a folder; expected a file");
        Error(Path.Combine(folder, "none")).ShouldStartWith("there is no file ");
        Error("a\0b").ShouldEndWith("cannot be read (ArgumentException)");
        Error("").ShouldEndWith("cannot be read (ArgumentException)");
    }

    [LinuxFact]
    public void TryReadBytes_ADeviceThatNeverEnds_IsReadNoFurther() =>
        Error("/dev/zero").ShouldBe("the file \"/dev/zero\" is larger than 64 MiB, which is the most that is read");

    [LinuxFact]
    public void TryReadBytes_ANamedPipeWithoutAWriter_IsNotWaitedFor()
    {
        var path = Path.Combine(folder, "pipe");
        MakePipe(path, 0x180).ShouldBe(0); // rw for the owner.
        Error(path).ShouldBe($"\"{path}\" is a named pipe, which may never end; expected a file");
        RunFile.Open(path).Error.ShouldNotBeNull().ShouldContain("it is a named pipe");
    }

    public void Dispose() => Directory.Delete(folder, true);

    private static string Error(string path)
    {
        InputFiles.TryReadBytes(path, out _, out var error).ShouldBeFalse();
        return error;
    }

    [DllImport("libc", EntryPoint = "mkfifo", CharSet = CharSet.Ansi)]
    private static extern int MakePipe(string path, uint mode);

    private sealed class LinuxFactAttribute : FactAttribute
    {
        public LinuxFactAttribute([CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
            : base(file, line) =>
            Skip = OperatingSystem.IsLinux() ? null : "it is about Linux's files";
    }
}
