using System.CommandLine;
using System.Diagnostics;
using Tollgate.RecognitionBench;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

var rootFolder = new Option<string>("--root") { Description = "The repository.", DefaultValueFactory = _ => "." };
var dataFolder = new Option<string?>("--data") { Description = "The public data; ../shared/data unless said otherwise." };
var fit = new Option<bool>("--fit")
{
    Description = "Fit the parameters anew and write src/Tollgate/Sessions/Recognition/FittedShapes.cs; build again after it.",
};
var seeds = new Option<int>("--seeds") { Description = "For each sentence.", DefaultValueFactory = _ => 20 };
var command = new RootCommand("Holds the model of a speech recogniser against what real recognisers heard.")
{
    rootFolder, dataFolder, fit, seeds,
};
command.SetAction(parsed =>
{
    var root = Path.GetFullPath(parsed.GetRequiredValue(rootFolder));
    var data = parsed.GetValue(dataFolder) ?? Path.Combine(root, "../shared/data");
    if (!File.Exists(Path.Combine(data, "asr/slurp-pairs.jsonl")))
    {
        Console.Error.WriteLine($"There is no asr/slurp-pairs.jsonl in {data}; --data says where the public data is.");
        return 2;
    }

    var pairs = Pair.ReadSlurp(data);
    if (parsed.GetValue(fit))
    {
        var code = Fitting.Fit([.. pairs.Where(Halves.IsFitted)], Console.Error.WriteLine);
        File.WriteAllText(Path.Combine(root, "src/Tollgate/Sessions/Recognition/FittedShapes.cs"), code);
        return 0;
    }

    var comparison = new Comparison(pairs, Pair.ReadTelephone(data), Pair.ReadPostcodes(data), parsed.GetValue(seeds));
    var found = comparison.Run(Stopwatch.GetTimestamp, since => Stopwatch.GetElapsedTime(since).TotalSeconds);
    var results = Path.Combine(root, "bench/results");
    var tables = RecognitionTables.Render(found);
    File.WriteAllText(Path.Combine(results, "recognition.md"), tables);
    File.WriteAllText(Path.Combine(results, "recognition.json"), found.ToJson() + "\n");
    Console.Out.Write(tables);
    return 0;
});
return command.Parse(args).Invoke();
