using System.Globalization;
using System.Text;
using System.Text.Json;
using Tollgate.Scores.Outcomes;
using Tollgate.Simulator.Oracles;
using Tollgate.Statistics;

namespace Tollgate.ScoresBench;

/// <summary>The results, to be read and to be computed with.</summary>
internal sealed class ScoresTables(
    PlantedTrial[] planted, CleanTrial clean, SgdTrial? dialogues, double seconds, ulong seed)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly long rightCalls = clean.RightCalls;

    private readonly long wrongly = clean.RightCallsTakenForWrong;

    public string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine("# How right the scores are").AppendLine()
            .AppendLine("Made by `bench/scores`: agents that behave, in six styles, hold calls with the callers of the six shipped suites,")
            .AppendLine("those that the suites name and a hundred drawn ones each, and a stand-in spoils one call or one reply in each. The")
            .AppendLine("sentences that invent are written by the same people as the detector. Figures of simulated models say nothing of")
            .AppendLine("real ones. Intervals are Wilson's, 95%.").AppendLine()
            .AppendLine("A lookup that is left out, made twice, with other arguments or with another tool is no fault: how a model finds")
            .AppendLine("what it needs is its own business. So these faults are planted in calls with an effect alone, and a call that")
            .AppendLine("nothing asks for is one of a tool with an effect. A handoff is forgotten throughout the call: one that is made")
            .AppendLine("good later is no fault. \"Not on file\" is planted where a tool gave no answer, the agent has given up on")
            .AppendLine("it, and no other tool has answered in the turn, since that one may have said so.").AppendLine();
        Faults(text);
        Others(text);
        Clean(text);
        Dialogues(text);
        text.AppendLine(CultureInfo.InvariantCulture,
            $"Playing and scoring {CleanTrial.Timed:N0} calls of {clean.LongTurns} turns on average took {seconds:0.0} s.");
        return text.ToString();
    }

    public string Json() => JsonSerializer.Serialize(
        new
        {
            schema = 3,
            seed,
            faults = planted.Select(static one => new
            {
                kind = InjectionRates.NameOf(one.Kind),
                wordings = one.Own ? "held_out" : "known",
                planted = one.Planted,
                found = one.Found,
                of_its_kind = one.Exact,
            }),
            right_calls = rightCalls,
            right_calls_scored_wrong = wrongly,
            clean = clean.Charged.ToDictionary(
                static one => one.Key, static one => new { trials = one.Value.Count, charged = one.Value.Sum }),
            clean_in_other_words = clean.ChargedInOtherWords.ToDictionary(
                static one => one.Key, static one => new { trials = one.Value.Count, charged = one.Value.Sum }),
            dialogues = dialogues is null ? null : new
            {
                tuned = new { replies = dialogues.Replies[0], charged = dialogues.Charged[0] },
                untuned = new { replies = dialogues.Replies[1], charged = dialogues.Charged[1] },
                by_fact = dialogues.ChargedBy.ToDictionary(
                    static one => one.Key.ToString(), static one => new { tuned = one.Value[0], untuned = one.Value[1] }),
                others = dialogues.Other.ToDictionary(
                    static one => one.Key, static one => new { trials = one.Value.Count, charged = one.Value.Sum }),
                planted = dialogues.Planted.Select(static one => new
                {
                    kind = InjectionRates.NameOf(one.Kind),
                    place = one.InFront ? "in_front" : "in_place",
                    wordings = one.Own ? "held_out" : "known",
                    planted = one.Planted,
                    found = one.Found,
                }),
            },
            seconds_for_1000_sessions = Math.Round(seconds, 2),
        },
        Indented) + "\n";

    private void Faults(StringBuilder text)
    {
        var rows = planted.Where(static one => !one.Own).ToList();
        text.AppendLine("## Planted in the words of the stand-in").AppendLine()
            .AppendLine("The rules know these sentences by now.")
            .AppendLine()
            .AppendLine($"Planted: {rows.Sum(static row => row.Planted):N0} faults, one a call. Clean: {clean.Sessions:N0} calls.")
            .AppendLine().AppendLine("| fault | planted | found | missed | found, of its kind | missed, share |")
            .AppendLine("| --- | ---: | ---: | ---: | ---: | --- |");
        Rows(text, rows);
        long all = rows.Sum(static row => row.Planted);
        long missed = rows.Sum(static row => row.Missed);
        text.AppendLine().AppendLine("| aim | figure | bound | |").AppendLine("| --- | --- | --- | --- |")
            .AppendLine($"| planted faults scored right | {missed} of {all}: {Share(missed, all)} | 1 in 1,000 | {Met(missed, all)} |")
            .AppendLine($"| right calls scored wrong | {wrongly} of {rightCalls}: {Share(wrongly, rightCalls)} | 1 in 1,000 | {Met(wrongly, rightCalls)} |")
            .AppendLine();
    }

    private void Others(StringBuilder text)
    {
        text.AppendLine("## Planted in held-out words").AppendLine()
            .AppendLine("What the stand-in invents, in sentences of `ScoresBench/Wordings.cs`: written and kept before the rules were last")
            .AppendLine("amended, by who amended them and knew them. Which are missed was not printed, but how many of each kind was seen")
            .AppendLine("between amendments (dates, names and telephones were at 10 to 13% on the dialogues below), so they are held out in")
            .AppendLine("part; status was neither seen nor amended for. There are 6 to 12 wordings of a kind, and a share of 10% is about one")
            .AppendLine("of them: what there is to count is wordings, not faults, and the intervals are too narrow for new ones.").AppendLine()
            .AppendLine("| fault | planted | found | missed | found, of its kind | missed, share |")
            .AppendLine("| --- | ---: | ---: | ---: | ---: | --- |");
        Rows(text, planted.Where(static one => one.Own));
        text.AppendLine();
    }

    private static void Rows(StringBuilder text, IEnumerable<PlantedTrial> rows)
    {
        foreach (var row in rows)
        {
            text.AppendLine(CultureInfo.InvariantCulture,
                $"| {InjectionRates.NameOf(row.Kind)} | {row.Planted} | {row.Found} | {row.Missed} | {row.Exact} | {Share(row.Missed, row.Planted)} |");
        }
    }

    private void Clean(StringBuilder text)
    {
        Charged(text, "What calls without a fault were charged with; of a third of them the tools fail often:", clean.Charged);
        Charged(
            text, "The same calls where something is not found or a tool fails, with the agent saying so in 32 other wordings:",
            clean.ChargedInOtherWords);
    }

    private static void Charged(StringBuilder text, string title, SortedDictionary<string, ScoreCount> charged)
    {
        text.AppendLine(title).AppendLine()
            .AppendLine("| score | trials | charged | share |").AppendLine("| --- | ---: | ---: | --- |");
        foreach (var (name, count) in charged)
        {
            text.AppendLine($"| {name} | {count.Count} | {count.Sum} | {Share((long)count.Sum, (long)count.Count)} |");
        }

        text.AppendLine();
    }

    private void Dialogues(StringBuilder text)
    {
        text.AppendLine("## On dialogues that nobody here wrote").AppendLine();
        if (dialogues is null)
        {
            text.AppendLine("Skipped: ../shared/data/sgd/dev with Schema-Guided Dialogue is not there.").AppendLine();
            return;
        }

        text.AppendLine("The replies of Schema-Guided Dialogue (development dialogues) as a suite, with the data set's own calls. They are")
            .AppendLine("right by construction, so what is charged is charged wrongly, or stands in the data set's schema alone. Rules were")
            .AppendLine("amended upon the dialogues of even number, not upon those of odd number. Here callers bring up all that they")
            .AppendLine("want in their first turn, so that a trial on what is missing spans the whole dialogue: `refusals_on_missing` is")
            .AppendLine("no figure of calls.").AppendLine()
            .AppendLine("| right replies charged with invented facts | replies | charged | share |")
            .AppendLine("| --- | ---: | ---: | --- |")
            .AppendLine($"| even dialogues, tuned on | {dialogues.Replies[0]} | {dialogues.Charged[0]} | {Share(dialogues.Charged[0], dialogues.Replies[0])} |")
            .AppendLine($"| odd dialogues, not tuned on | {dialogues.Replies[1]} | {dialogues.Charged[1]} | {Share(dialogues.Charged[1], dialogues.Replies[1])} |");
        foreach (var (kind, count) in dialogues.ChargedBy)
        {
            text.AppendLine($"| odd dialogues: {kind.ToString().ToLowerInvariant()} | {dialogues.Replies[1]} | {count[1]} | {Share(count[1], dialogues.Replies[1])} |");
        }

        foreach (var (name, count) in dialogues.Other)
        {
            text.AppendLine($"| all dialogues: {name} | {count.Count} | {count.Sum} | {Share((long)count.Sum, (long)count.Count)} |");
        }

        text.AppendLine().AppendLine("An invention planted in every reply of one dialogue in four, in place of one of its sentences or in front of it. What became of something is")
            .AppendLine("left out: where tools answered, it is judged for missing records alone. An invention that happens to be true in the")
            .AppendLine("dialogue in other words (\"half past six\", where 18:30 was answered) counts as missed.").AppendLine()
            .AppendLine("| fault | wordings | place | planted | missed | missed, share |").AppendLine("| --- | --- | --- | ---: | ---: | --- |");
        foreach (var row in dialogues.Planted)
        {
            text.AppendLine($"| {InjectionRates.NameOf(row.Kind)} | {(row.Own ? "held out" : "known")} | {(row.InFront ? "in front" : "in place")} | {row.Planted} | {row.Planted - row.Found} | {Share(row.Planted - row.Found, row.Planted)} |");
        }

        text.AppendLine();
    }

    private static string Share(long hits, long trials)
    {
        if (trials == 0)
        {
            return "none could be planted";
        }

        var (value, interval) = Proportions.Wilson(hits, trials);
        return string.Create(
            CultureInfo.InvariantCulture, $"{value * 100:0.00}% ({interval.Lower * 100:0.00} to {interval.Upper * 100:0.00})");
    }

    private static string Met(long faults, long trials) => faults * 1000 <= trials ? "met" : "**not met**";
}
