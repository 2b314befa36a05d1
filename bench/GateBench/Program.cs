using System.Globalization;
using System.Text.Json;
using Tollgate.Gate;
using Tollgate.Gate.Power;
using Tollgate.GateBench;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

// So many data sets that a cell's own interval of 95 % is within 0.6 points: 1.96 sqrt(0.95 * 0.05 / n) = 0.006.
const int Sets = 5100;
const ulong Seed = 20261101;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "bench/results";
var quick = args.Contains("--quick");
var only = args.SkipWhile(static one => one != "--only").Skip(1).FirstOrDefault();
Directory.CreateDirectory(folder);
if (only is null or "coverage")
{
    var coverage = new Coverage(quick ? 300 : Sets, Seed);
    var cells = new List<CoverageCell>();
    foreach (var size in Coverage.Sizes.Where(size => !quick || size <= 300))
    {
        Console.Error.WriteLine($"coverage with {size} sessions ...");
        cells.AddRange(coverage.Run(size));
    }

    var table = Tables.Coverage(cells, Seed);
    File.WriteAllText(Path.Combine(folder, "coverage.md"), table);
    File.WriteAllText(Path.Combine(folder, "coverage.json"), Tables.CoverageJson(cells));
    Console.Write(table);
}

if (only is "claims")
{
    var (rubric, _) = RubricReader.Load("examples/rubrics/voice-agent.yaml");
    var figure = args.SkipWhile(static one => one != "--figure").Skip(1).FirstOrDefault();
    foreach (var alone in new[] { false, true })
    {
        var at = Environment.TickCount64;
        foreach (var cell in new Claims(rubric!, quick ? 1000 : 4000, Seed).Run(alone, c => figure is null || c.Name == figure))
        {
            Console.WriteLine($"{cell.Figure} {cell.Scripts}x{cell.Repeats} {cell.Spread}{(cell.OnCandidateAlone ? " alone" : "")}: W {cell.FalseWins.Value * 100:0.0} [{cell.FalseWins.Interval.Lower * 100:0.0}, {cell.FalseWins.Interval.Upper * 100:0.0}] L {cell.FalseHolds.Value * 100:0.00} [{cell.FalseHolds.Interval.Lower * 100:0.00}, {cell.FalseHolds.Interval.Upper * 100:0.00}] refused {cell.Refused:0.00} {Environment.TickCount64 - at} ms");
            at = Environment.TickCount64;
        }
    }

    return 0;
}

if (only is null or "adopts")
{
    var effort = quick ? PowerEffort.Usual : PowerEffort.Usual with { EqualTrials = 10_000, BadTrials = 5_000 };
    var studies = new List<(Rubric, PowerReport)>();
    foreach (var file in Directory.EnumerateFiles("examples/rubrics", "*.yaml").Order(StringComparer.Ordinal))
    {
        Console.Error.WriteLine($"the rule of {file} ...");
        var (rubric, errors) = RubricReader.Load(file);
        if (rubric is null)
        {
            Console.Error.WriteLine(errors[0]);
            return 2;
        }

        studies.Add((rubric, PowerStudy.Of(rubric, null, Seed, effort).Run(null, CancellationToken.None)));
    }

    var table = Tables.Adopts(studies, Seed);
    File.WriteAllText(Path.Combine(folder, "adopts.md"), table);
    Console.Write(table);
}

return 0;
