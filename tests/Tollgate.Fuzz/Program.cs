using System.Diagnostics;
using System.Globalization;
using Tollgate.Fuzz;
using Tollgate.Input;

// dotnet run --project tests/Tollgate.Fuzz -c Release -- --for 60s [--seed N] [--only NAME] [--out FOLDER]
// A test runner starts the same program with arguments of its own.
if (args is not ["--for" or "--seed" or "--only" or "--out", ..])
{
    return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}

var length = TimeSpan.FromSeconds(60);
var seed = 1;
string? only = null;
var folder = Path.Combine(Path.GetTempPath(), "tollgate-fuzz");
for (var i = 0; i < args.Length; i += 2)
{
    var value = i + 1 < args.Length ? args[i + 1] : "";
    var isRead = args[i] switch
    {
        "--for" => Durations.TryParse(value, out length),
        "--seed" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out seed),
        "--only" => Targets.All.Any(target => target.Name == (only = value)),
        "--out" => (folder = value).Length > 0,
        _ => false,
    };
    if (!isRead)
    {
        Console.Error.WriteLine($"found {args[i]} {value}; expected --for 60s, --seed N, --out FOLDER or --only with one of {string.Join(", ", Targets.All.Select(static target => target.Name))}");
        return 2;
    }
}

Directory.CreateDirectory(folder);
var current = Path.Combine(folder, "current");
if (File.Exists(current))
{
    var left = Path.Combine(folder, "killed");
    File.Move(current, left, overwrite: true);
    Console.WriteLine($"a run was killed while it read {left}");
}

using var underWay = File.Create(current);
var hunts = Targets.All.Where(target => only is null || target.Name == only)
    .Select(target => new Hunt(target, seed, underWay)).ToList();
Console.WriteLine($"seed {seed}, {hunts.Count} targets, {Durations.Format(length)}; findings go to {folder}");
var clock = Stopwatch.StartNew();
foreach (var hunt in hunts)
{
    hunt.Seeds();
}

// Each in turn, so that all of them get their share however long the run is.
while (clock.Elapsed < length)
{
    foreach (var hunt in hunts)
    {
        hunt.For(TimeSpan.FromMilliseconds(Math.Min(100, length.TotalMilliseconds / hunts.Count)));
    }
}

underWay.Close();
File.Delete(current);
foreach (var hunt in hunts)
{
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{hunt.Target.Name,-18} {hunt.Inputs,9} inputs {hunt.PerSecond,9:0} a second {hunt.Findings.Count,4} findings"));
    foreach (var (finding, number) in hunt.Findings.Select(static (one, index) => (one, index)))
    {
        var path = Path.Combine(folder, $"{finding.Target}-{seed}-{number}");
        File.WriteAllBytes(path, finding.Input);
        Console.WriteLine($"  {path}: {finding.What}\n    {finding.Where}");
    }
}

var failed = hunts.Count(static hunt => hunt.Findings.Count > 0);
Console.WriteLine($"{hunts.Count - failed} passed, {failed} failed");
return failed > 0 ? 1 : 0;
