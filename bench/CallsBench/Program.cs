using System.Text.Json;
using Tollgate.CallsBench;

#pragma warning disable RS0030 // This is the composition root: here the machine comes in.

var folder = args[0];
var half = args.SkipWhile(static one => one != "--half").Skip(1).FirstOrDefault();
Action<string>? show = args.Contains("--show") ? Console.Error.WriteLine : null;
if (args.SkipWhile(static one => one != "--claims").Skip(1).FirstOrDefault() is { } claims)
{
    var situations = new SentencesTally(show);
    ClaimsFile.Count(claims, half, situations);
    Console.WriteLine(JsonSerializer.Serialize(
        new { sentences = situations.Sentences }, new JsonSerializerOptions { WriteIndented = true }));
    return 0;
}

var calls = Call.Load(folder).Where((_, i) => half is null || (i % 2 == 0) == (half == "even")).ToList();

if (args.SkipWhile(static one => one != "--replies").Skip(1).FirstOrDefault() is { } suites)
{
    Replies.Show(calls, suites, args.Contains("--all"), Console.WriteLine);
    return 0;
}

var acts = new ActsTally(show);
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
