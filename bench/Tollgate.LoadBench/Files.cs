using System.Runtime.CompilerServices;

namespace Tollgate.LoadBench;

/// <summary>Where everything lies.</summary>
internal sealed record Files(string Root) : IDisposable
{
    private readonly string temporary = Directory.CreateTempSubdirectory("tollgate-bench").FullName;

    // Shared with what differs in the command alone, so that no two runs have one name.
    private readonly StrongBox<int> count = new();

    /// <summary>The command, built for release.</summary>
    public string Cli { get; init; } = Path.Combine(Root, "src/Tollgate.Cli/bin/Release/net10.0/Tollgate.Cli.dll");

    public string Profiles { get; } = Path.Combine(Root, "bench/Tollgate.LoadBench/profiles.yaml");

    /// <summary>A bare reader by its name.</summary>
    public string Reader(string name) => Path.Combine(Root, "bench/yardstick/bin", name);

    /// <summary>A file that is gone with the benchmark.</summary>
    public string Temporary(string name) => Path.Combine(temporary, name);

    /// <summary>A name for a run file that is gone with the benchmark.</summary>
    public string NewRun() => Temporary($"run{count.Value++}.tollgate");

    public void Dispose() => Directory.Delete(temporary, recursive: true);
}
