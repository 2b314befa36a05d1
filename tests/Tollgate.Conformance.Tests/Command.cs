using System.Diagnostics;
using System.Text;

namespace Tollgate.Conformance.Tests;

/// <summary>The command as a user has it: a process of its own, in a folder of its own.</summary>
internal sealed class Command : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("tollgate-test-");

    /// <summary>Variables for the processes that are started.</summary>
    public Dictionary<string, string> Environment { get; } = [];

    public string Folder => folder.FullName;

    public static string Assembly { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Tollgate.Cli.dll");

    /// <summary>A file in the folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(Path(name), text);
        return Path(name);
    }

    public Process Start(params string[] arguments) => Launch("dotnet", [Assembly, .. arguments]);

    /// <summary>The same by way of a shell; the script has the command in <c>"$0" "$@"</c>, for <c>dotnet</c>.</summary>
    public async Task<Result> ShellAsync(string script, params string[] arguments)
    {
        using var process = Launch("bash", ["-c", script, Assembly, .. arguments]);
        return await EndAsync(process);
    }

    private Process Launch(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program)
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment.Remove("OPENAI_API_KEY");
        start.Environment.Remove("ANTHROPIC_API_KEY");
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!; // It throws where it cannot start.
    }

    public async Task<Result> RunAsync(params string[] arguments)
    {
        using var process = Start(arguments);
        return await EndAsync(process);
    }

    public static async Task<Result> EndAsync(Process process)
    {
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var talk = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new Result(process.ExitCode, await output, await talk);
    }

    public void Dispose() => folder.Delete(recursive: true);

    internal sealed record Result(int Code, string Output, string Diagnostics)
    {
        public override string ToString() => new StringBuilder()
            .AppendLine($"exit code {Code}").AppendLine(Output).AppendLine(Diagnostics).ToString();
    }
}
