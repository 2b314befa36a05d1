using System.Globalization;
using System.Text.Json;
using Tollgate.Gate.Power;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.GateBench;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

const int Sets = 3000;
const ulong Seed = 20261127;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
var folder = args.Length > 0 && !args[0].StartsWith('-') ? args[0] : "bench/results";
var quick = args.Contains("--quick");
var only = args.SkipWhile(static one => one != "--only").Skip(1).FirstOrDefault();
Directory.CreateDirectory(folder);
if (only is "these")
{
    // A part of coverage: what it prints stands in that table too.
    var these = RubricReader.Load("examples/rubrics/regression.yaml").Rubric!; // The benches ship with it.
    var figure = args.SkipWhile(static one => one != "--figure").Skip(1).FirstOrDefault();
    List<ClaimCell> cells =
    [
        .. new Claims(these, quick ? 200 : Sets, Seed).Run(false, one => figure is null || one.Name == figure),
    ];
    Console.Write(Tables.Claims(cells, Seed));
    Console.Write(Tables.Json(cells, []));
    return 0;
}

if (only is null or "coverage")
{
    var rubric = RubricReader.Load("examples/rubrics/voice-agent.yaml").Rubric!; // The benches ship with it.
    var claims = new Claims(rubric, quick ? 200 : Sets, Seed);
    var claimed = new List<ClaimCell>();
    foreach (var alone in new[] { false, true })
    {
        Console.Error.WriteLine($"claims, scripts that suit {(alone ? "the candidate alone" : "both sides")} ...");
        claimed.AddRange(claims.Run(alone));
    }

    Console.Error.WriteLine("claims about these scripts ...");
    var regression = RubricReader.Load("examples/rubrics/regression.yaml").Rubric!; // The same.
    claimed.AddRange(new Claims(regression, quick ? 200 : Sets, Seed).Run(false));
    var coverage = new Coverage(quick ? 200 : Sets, Seed);
    var cells = new List<CoverageCell>();
    foreach (var size in Coverage.Sizes)
    {
        Console.Error.WriteLine($"coverage with {size} scripts ...");
        cells.AddRange(coverage.Run(size));
    }

    var table = Tables.Claims(claimed, Seed) + Tables.Coverage(cells);
    File.WriteAllText(Path.Combine(folder, "coverage.md"), table);
    File.WriteAllText(Path.Combine(folder, "coverage.json"), Tables.Json(claimed, cells));
    Console.Write(table);
}

if (only is null or "adopts")
{
    var effort = quick ? PowerEffort.Quick : PowerEffort.Usual with { EqualTrials = 2_000, BadTrials = 1_000 };
    (ScriptSpread Spread, string Words)[] spreads =
    [
        (ScriptSpread.None, "0 on the logit, 0%"), (ScriptSpread.Usual, "0.5 on the logit, 10%"),
        (new(1, 0.2), "1 on the logit, 20%"), (new(2, 0.2), "2 on the logit, 20%"),
    ];
    var studies = new List<(Rubric, string, PowerReport)>();
    foreach (var file in Directory.EnumerateFiles("examples/rubrics", "*.yaml").Order(StringComparer.Ordinal))
    {
        var (rubric, errors) = RubricReader.Load(file);
        if (rubric is null)
        {
            Console.Error.WriteLine(errors[0]);
            return 2;
        }

        foreach (var (spread, words) in rubric.Claim == RubricClaim.TheseScripts ? spreads[..1] : spreads)
        {
            Console.Error.WriteLine($"the rule of {file}, {words} ...");
            studies.Add((rubric, words, PowerStudy.Of(rubric, null, Seed, effort, spread)
                .Run(null, CancellationToken.None)));
        }
    }

    var table = Tables.Adopts(studies, Seed);
    File.WriteAllText(Path.Combine(folder, "adopts.md"), table);
    Console.Write(table);
}

return 0;
