namespace Tollgate.LoadBench;

/// <summary>Where everything lies.</summary>
internal sealed class Files(string root) : IDisposable
{
    private readonly string temporary = Directory.CreateTempSubdirectory("tollgate-bench").FullName;
    private int count;

    /// <summary>The command, built for release.</summary>
    public string Cli { get; } = Path.Combine(root, "src/Tollgate.Cli/bin/Release/net10.0/Tollgate.Cli.dll");

    public string Profiles { get; } = Path.Combine(root, "bench/Tollgate.LoadBench/profiles.yaml");

    /// <summary>The bare reader, with OpenSSL or without.</summary>
    public string Yardstick(bool tls) => Path.Combine(root, tls ? "bench/yardstick/bin/epoll_reader_tls" : "bench/yardstick/bin/epoll_reader");

    /// <summary>A file that is gone with the benchmark.</summary>
    public string Temporary(string name) => Path.Combine(temporary, name);

    /// <summary>A name for a run file that is gone with the benchmark.</summary>
    public string NewRun() => Temporary($"run{count++}.tollgate");

    public void Dispose() => Directory.Delete(temporary, recursive: true);
}
