using System.Globalization;
using System.Text.Json;
using Tollgate.Language.Facts;
using Tollgate.Scores;
using Tollgate.Scores.Catalog;
using Tollgate.Scores.Kinds;
using Tollgate.Scores.Outcomes;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Sgd;
using Tollgate.Suites.Reading;
using Tollgate.Transcripts;

namespace Tollgate.ScoresBench;

/// <summary>
/// The detector on what nobody here wrote: the replies of Schema-Guided Dialogue, as they are and with an invention
/// planted in each. Even dialogues are those on which rules were amended, odd ones are not.
/// </summary>
internal sealed class SgdTrial(
    Suite suite, IReadOnlyDictionary<string, JsonElement> dialogues, RandomStream random, Action<string>? print)
{
    /// <summary>Faults are planted in one dialogue of so many: all of them would take half an hour.</summary>
    public const int PlantedEvery = 4;

    /// <summary>What can be told apart from what the tools answered; what became of something cannot be here.</summary>
    public static readonly FaultKind[] Kinds = [.. InjectionRates.Fabrications.Where(static kind =>
        kind != FaultKind.FabricatedStatus)];

    public static readonly FactKind[] Facts = Enum.GetValues<FactKind>();

    /// <summary>Replies heard, and those charged with each kind of fact; by half, the tuned one first.</summary>
    public long[] Replies { get; } = new long[2];

    public long[] Charged { get; } = new long[2];

    public Dictionary<FactKind, long[]> ChargedBy { get; } = Facts.ToDictionary(static kind => kind, static _ => new long[2]);

    public Dictionary<string, ScoreCount> Other { get; } = new(StringComparer.Ordinal);

    public List<PlantedRow> Planted { get; } = [];

    /// <summary>
    /// The suite of the development dialogues, and each of them by the name of its brief; null where they are not there.
    /// </summary>
    public static (Suite Suite, IReadOnlyDictionary<string, JsonElement> Dialogues)? Load(string folder)
    {
        var (schema, dialogues) = (Path.Combine(folder, "schema.json"), Path.Combine(folder, "dialogues.json"));
        if (!File.Exists(schema) || !File.Exists(dialogues))
        {
            return null;
        }

        var text = File.ReadAllText(dialogues);
        var read = SuiteReader.Read(SgdImport.Convert(File.ReadAllText(schema), text, new ImportOptions()).Yaml, "sgd.yaml");
        return read.Suite is null ? null : (read.Suite, JsonElement.Parse(text).EnumerateArray()
            .ToDictionary(static one => "d" + one.GetProperty("dialogue_id").ToString()));
    }

    public void Run(string? show)
    {
        foreach (var session in suite.Sessions)
        {
            var transcript = SgdPlayer.Play(suite, session, dialogues[session.Name], static text => text);
            var score = SessionScorer.Score(suite, session, transcript);
            var half = HalfOf(session);
            var faults = score.Items.Where(static item => item is { Score: FabricationsScore.Name, Right: false }).ToList();
            Replies[half] += (long)score.Counts[FabricationsScore.Name].Count;
            Charged[half] += faults.DistinctBy(static item => item.Entry).Count();
            foreach (var (kind, count) in ChargedBy)
            {
                count[half] += faults.Where(item => item.Fact == kind).DistinctBy(static item => item.Entry).Count();
            }

            foreach (var name in new[]
            {
                NeedlessRefusalsScore.Name, RefusalsOnMissingScore.Name, AnswersWithoutLookupScore.Name,
            })
            {
                var count = score.Counts[name];
                Other[name] = Other.GetValueOrDefault(name) + (ScoreCatalog.HigherIsBetter(name)
                    ? new ScoreCount(count.Count - count.Sum, count.Count)
                    : count);
            }

            if (show is not null && (show == "odd") == (half == 1))
            {
                Show(session, transcript, score);
            }
        }

        if (show is "even" or "odd")
        {
            return;
        }

        var rows = new PlantedRow[4 * Kinds.Length];
        Parallel.For(0, rows.Length, at => rows[at] = Plant(
            Kinds[at / 4], inFront: at % 2 == 1, own: at % 4 >= 2, random.Fork((ulong)at), show));
        Planted.AddRange(rows);
    }

    // Each reply of each dialogue gets one, since what an agent says grounds nothing that it says later.
    private PlantedRow Plant(FaultKind kind, bool inFront, bool own, RandomStream draws, string? show)
    {
        var row = new PlantedRow(kind, inFront, own);
        var spoiler = new FaultInjector(InjectionRates.Of(kind, 1));
        foreach (var session in suite.Sessions.Where(static (_, i) => i % PlantedEvery == 0))
        {
            var invented = new List<string>();
            var transcript = SgdPlayer.Play(suite, session, dialogues[session.Name], text =>
            {
                var spoiled = spoiler.Spoil(
                    new Exchanges.Reply(text, "", []),
                    new InjectionContext(suite, session, session.StartsWith, true, false), draws);
                var words = own ? Wordings.Of(spoiled.Planted[0], draws) : spoiled.Reply.Text;
                invented.Add(words);
                return inFront ? $"{words} {text}" : Replaced(text, words, draws);
            });
            var faults = SessionScorer.Score(suite, session, transcript).Items
                .Where(static item => item is { Score: FabricationsScore.Name, Right: false })
                .Select(static item => item.Entry).ToHashSet();
            var at = 0;
            foreach (var (index, _) in transcript.Entries.Index().Where(static one => one.Item is AgentSaid))
            {
                row.Planted++;
                row.Found += faults.Contains(index) ? 1 : 0;
                if (show == "missed" && !faults.Contains(index))
                {
                    print?.Invoke($"missed {kind} own={own} {session.Name}: {invented[at]} ## {((AgentSaid)transcript.Entries[index]).Text}");
                }

                at++;
            }
        }

        return row;
    }

    private static string Replaced(string text, string words, RandomStream draws)
    {
        var sentences = text.Split(["? ", ". ", "! "], StringSplitOptions.None);
        if (sentences.Length == 1)
        {
            return words;
        }

        // Cut where the sentence stands, so that the others keep their punctuation.
        var pick = draws.Next(sentences.Length);
        var start = sentences.Take(pick).Sum(static one => one.Length + 2);
        var end = Math.Min(text.Length, start + sentences[pick].Length + 2);
        return (text[..start] + words + " " + text[end..]).TrimEnd();
    }

    private static int HalfOf(SuiteSession session) =>
        int.Parse(session.Name.AsSpan(session.Name.LastIndexOf('_') + 1), CultureInfo.InvariantCulture) % 2;

    private void Show(SuiteSession session, Transcript transcript, SessionScore score)
    {
        foreach (var item in score.Items.Where(static item => item.Right == false && item.Score is FabricationsScore.Name
            or NeedlessRefusalsScore.Name or AnswersWithoutLookupScore.Name
            || (item.Right == false && item.Score == RefusalsOnMissingScore.Name)))
        {
            print?.Invoke($"== {session.Name} {item.Score} {item.Fact} [{item.Found}] {item.Reason}");
            foreach (var entry in transcript.Entries.Take((item.Entry ?? 0) + 1).TakeLast(7))
            {
                print?.Invoke("   " + (entry switch
                {
                    CallerSaid said => "C: " + said.Said,
                    AgentSaid agent => "A: " + agent.Text,
                    ToolRan ran => $"T: {ran.Tool} {ran.ArgumentsJson} -> {(ran.ResultJson.Length > 500 ? ran.ResultJson[..500] : ran.ResultJson)}",
                    _ => "",
                }));
            }
        }
    }

    public sealed class PlantedRow(FaultKind kind, bool inFront, bool own)
    {
        public FaultKind Kind => kind;

        public bool InFront => inFront;

        public bool Own => own;

        public int Planted { get; set; }

        public int Found { get; set; }
    }
}
