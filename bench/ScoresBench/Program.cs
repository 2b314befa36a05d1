using Tollgate.ScoresBench;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

const int FaultsOfAKind = 300;
const ulong Seed = 20260302;

var folder = args.Length > 0 ? args[0] : "bench/results";
Action<string>? show = args.Contains("--show") ? Console.WriteLine : null;
var random = new RandomStream(Seed);

// `--dialogues even`, `odd` or `missed` prints what is charged in that half, or which of the planted are missed.
var only = args.SkipWhile(static one => one != "--dialogues").Skip(1).FirstOrDefault();
var dialogues = !args.Contains("--clean") && SgdTrial.Load("../shared/data/sgd/dev") is { } data
    ? new SgdTrial(data.Suite, data.Dialogues, random.Fork(7), only is null ? null : Console.WriteLine)
    : null;
dialogues?.Run(only);
if (only is not null)
{
    return 0;
}

var calls = new BenchCalls("examples/suites", Seed);
if (args.Contains("--clean"))
{
    var right = new CleanTrial(calls, random, show);
    right.Run();
    foreach (var (name, count) in right.Charged)
    {
        Console.WriteLine($"{name}: {count.Sum} of {count.Count}");
    }

    var from = TimeProvider.System.GetTimestamp();
    right.RunLong();
    Console.WriteLine($"{CleanTrial.Timed} long calls: {TimeProvider.System.GetElapsedTime(from).TotalSeconds:0.0} s");
    return 0;
}

var kinds = Enum.GetValues<FaultKind>();
PlantedTrial[] planted =
[
    .. kinds.Select(kind => new PlantedTrial(kind, own: false, show)),
    .. kinds.Where(Wordings.Has).Select(kind => new PlantedTrial(kind, own: true, show)),
];
Parallel.ForEach(planted, trial => trial.Run(calls, random, FaultsOfAKind));
var clean = new CleanTrial(calls, random, show);
clean.Run();
var started = TimeProvider.System.GetTimestamp();
clean.RunLong();
var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;

Directory.CreateDirectory(folder);
var tables = new ScoresTables(planted, clean, dialogues, seconds, Seed);
File.WriteAllText(Path.Combine(folder, "scores.md"), tables.Markdown());
File.WriteAllText(Path.Combine(folder, "scores.json"), tables.Json());
Console.Write(tables.Markdown());
return 0;
