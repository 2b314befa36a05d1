using System.Text.Json;
using Tollgate.Sessions.Recognition;
using Tollgate.Statistics;
using Tollgate.Tests.Load;

namespace Tollgate.Tests.Sessions.Recognition;

/// <summary>The model against the real pairs of the headset, which are the 15 % tier; the bench has the whole comparison.</summary>
public class CalibrationTests
{
    [SharedDataFact]
    public void Model_AtFifteenPercent_HasTheFiguresOfTheRealPairs()
    {
        var (real, model, random) = (new Counts(), new Counts(), new RandomStream(1));
        var recogniser = new Recogniser(new RecogniserSettings { WordErrorRate = 0.15 });
        foreach (var line in File.ReadLines(Path.Combine(SharedDataFactAttribute.Folder!, "asr", "slurp-pairs.jsonl")))
        {
            using var pair = JsonDocument.Parse(line);
            var one = pair.RootElement;
            if (one.GetProperty("mic").GetString() != "headset")
            {
                continue;
            }

            var said = one.GetProperty("said").GetString() ?? "";
            var entities = one.GetProperty("entities").EnumerateArray()
                .Select(entity => entity.GetProperty("words").GetString() ?? "").ToList();
            real.Add(said, one.GetProperty("heard").GetString() ?? "", entities);
            for (var i = 0; i < 8; i++)
            {
                model.Add(said, recogniser.Hear(said, entities, random).Final, entities);
            }
        }

        // The pairs' own rate is 14.6%; the tier is 15%.
        real.Figures().Zip(model.Figures()).ShouldAllBe(pair =>
            pair.First.Name == pair.Second.Name && Math.Abs((pair.Second.Value / pair.First.Value) - 1) < 0.1);
    }

    private sealed class Counts
    {
        private readonly Dictionary<char, double> steps = new() { ['='] = 0, ['S'] = 0, ['D'] = 0, ['I'] = 0 };
        private readonly double[] runs = new double[5];
        private double utterances, clean, words, entityWords, entityErrors;

        public void Add(string said, string heard, IReadOnlyList<string> entities)
        {
            var alignment = WordAlignment.Of(said, heard);
            var at = 0;
            var own = SaidUtterance.Parse(said, entities).Words;
            foreach (var step in alignment.Steps)
            {
                steps[step]++;
                if (step != 'I')
                {
                    entityWords += own[at].IsEntity ? 1 : 0;
                    entityErrors += own[at].IsEntity && step != '=' ? 1 : 0;
                    at++;
                }
            }

            foreach (var run in alignment.Steps.Split('=', StringSplitOptions.RemoveEmptyEntries))
            {
                runs[Math.Min(run.Length, 5) - 1]++;
            }

            utterances++;
            clean += alignment.Errors == 0 ? 1 : 0;
            words += own.Count;
        }

        public IEnumerable<(string Name, double Value)> Figures()
        {
            var errors = steps['S'] + steps['D'] + steps['I'];
            yield return ("word error rate", errors / words);
            yield return ("substitutions", steps['S'] / errors);
            yield return ("deletions", steps['D'] / errors);
            yield return ("insertions", steps['I'] / errors);
            yield return ("clean", clean / utterances);
            foreach (var (i, count) in runs.Index())
            {
                yield return ($"runs of {i + 1}", count / runs.Sum());
            }

            var others = steps['S'] + steps['D'] - entityErrors;
            yield return ("entities", entityErrors / entityWords / (others / (words - entityWords)));
        }
    }
}
