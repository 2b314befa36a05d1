
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

// "--part 2/6" counts the second of every six, so that what was mended for the first can be counted on unread ones.
var part = (args.SkipWhile(static one => one != "--part").Skip(1).FirstOrDefault() ?? "1/1").Split('/')
    .Select(int.Parse).ToArray();
if (args.SkipWhile(static one => one != "--turns").Skip(1).FirstOrDefault() is { } file)
{
    var turns = new ActsTally(show);
    foreach (var turn in WrittenTurn.Load(file).Where((_, i) => i % part[1] == part[0] - 1))
    {
        turns.Count(turn);
    }

    turns.ShowTable();
    Console.WriteLine(JsonSerializer.Serialize(
        new { acts = turns.Acts, slots = turns.Slots }, new JsonSerializerOptions { WriteIndented = true }));
    return 0;
}

// "SUITES --learn WRITTEN --recorded FOLDER,FOLDER --out FILE" learns which reply fits.
if (args.SkipWhile(static one => one != "--learn").Skip(1).FirstOrDefault() is { } written)
{
    string? After(string name) => args.SkipWhile(one => one != name).Skip(1).FirstOrDefault();
    Learning.Run(folder, written, After("--recorded")?.Split(',') ?? [], After("--out"), show, Console.WriteLine);
    return 0;
}

var calls = Call.Load(folder).Where((_, i) => half is null || (i % 2 == 0) == (half == "even"))
    .Where((_, i) => i % part[1] == part[0] - 1).ToList();

if (args.SkipWhile(static one => one != "--replies").Skip(1).FirstOrDefault() is { } suites)
{
    Replies.Show(calls, suites, args.Contains("--all"), Console.WriteLine);
    return 0;
}

// "--ask" writes what a model would be asked about the undecided sentences; "--ruled FILE" counts what it answered.
var ruled = args.SkipWhile(static one => one != "--ruled").Skip(1).FirstOrDefault();
var rulings = ruled is not null || args.Contains("--ask")
    ? new Rulings(ruled is null ? null : Rulings.Load(ruled), Console.WriteLine) : null;
var acts = new ActsTally(show);
var errors = new ErrorsTally();
var sentences = new SentencesTally(show, errors, rulings);
foreach (var call in calls)
{
    var world = CallWorld.Load(call.Suite);
    acts.Count(call, world);
    sentences.Count(call, world);
}

if (rulings is not null)
{
    Console.Write(ruled is null ? "" : JsonSerializer.Serialize(rulings.Counts, new JsonSerializerOptions { WriteIndented = true }) + "\n");
    return 0;
}

errors.Add(folder);
acts.ShowTable();
var document = new { acts = acts.Acts, slots = acts.Slots, sentences = sentences.Sentences, errors = errors.Errors };
Console.WriteLine(JsonSerializer.Serialize(document, new JsonSerializerOptions { WriteIndented = true }));
return 0;
