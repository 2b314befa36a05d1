using System.CommandLine;
using System.Diagnostics;
using Tollgate.RecognitionBench;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

var rootFolder = new Option<string>("--root") { Description = "The repository.", DefaultValueFactory = _ => "." };
var dataFolder = new Option<string?>("--data") { Description = "The public data; ../shared/data unless said otherwise." };
var fit = new Option<bool>("--fit")
{
    Description = "Fit the parameters anew: writes FittedShapes.cs of the product and halves.json of the bench; build again after it.",
};
var seeds = new Option<int>("--seeds") { Description = "Draws for each pair at 25 %, more below.", DefaultValueFactory = _ => 40 };
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
        // Fitted on one half, on the other, and on all; the last is what ships.
        var models = new FittedModel[3];
        List<Pair>[] parts = [[.. pairs.Where(Halves.IsFirst)], [.. pairs.Where(pair => !Halves.IsFirst(pair))], pairs];
        Parallel.For(0, parts.Length, i => models[i] = Fitting.Fit(parts[i], line => Console.Error.WriteLine($"{i}: {line}")));
        File.WriteAllText(
            Path.Combine(root, "src/Tollgate/Sessions/Recognition/FittedShapes.cs"), Fitting.Code(models[2], pairs));
        FittedModel.Write(Path.Combine(root, "bench/RecognitionBench/halves.json"), [models[0], models[1]]);
        return 0;
    }

    var comparison = new Comparison(
        pairs, FittedModel.Read(Path.Combine(root, "bench/RecognitionBench/halves.json")), Pair.ReadTelephone(data), Pair.ReadPostcodes(data), parsed.GetValue(seeds));
    var found = comparison.Run(Stopwatch.GetTimestamp, since => Stopwatch.GetElapsedTime(since).TotalSeconds);
    var results = Path.Combine(root, "bench/results");
    var tables = RecognitionTables.Render(found);
    File.WriteAllText(Path.Combine(results, "recognition.md"), tables);
    File.WriteAllText(Path.Combine(results, "recognition.json"), found.ToJson() + "\n");
    Console.Out.Write(tables);
    return 0;
});
return command.Parse(args).Invoke();
