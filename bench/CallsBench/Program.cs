using System.Text.Json;
using Tollgate.Acts;
using Tollgate.CallsBench;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

var folder = args[0];
var half = Option("--half");
Action<string>? show = args.Contains("--show") ? Console.Error.WriteLine : null;
var all = Call.Load(folder);
var calls = all.Where((_, i) => half is null || (i % 2 == 0) == (half == "even")).ToList();

if (Option("--train") is { } written)
{
    // The odd half only measures.
    var even = all.Where(static (_, i) => i % 2 == 0).ToList();
    List<TrainingTurn> turns = [.. TrainingTurn.OfCalls(even), .. TrainingTurn.OfLines(written), .. TrainingTurn.OfTable()];
    File.WriteAllText(Option("--to")!, new Trainer().Fit(turns));
    return 0;
}

var model = args.Contains("--rules") ? null : Option("--model") is { } path ? ActModel.Read(File.ReadAllText(path)) : ActModel.Shipped;
var acts = new ActsTally(show, model);
var sentences = new SentencesTally(show);
foreach (var call in calls)
{
    var world = CallWorld.Load(call.Suite);
    acts.Count(call, world);
    sentences.Count(call, world);
}

acts.ShowTable();
var document = new { acts = acts.Acts, slots = acts.Slots, sentences = sentences.Sentences };
Console.WriteLine(JsonSerializer.Serialize(document, new JsonSerializerOptions { WriteIndented = true }));
return 0;

string? Option(string name) => args.SkipWhile(one => one != name).Skip(1).FirstOrDefault();
