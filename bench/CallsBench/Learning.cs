using System.IO.Compression;

namespace Tollgate.CallsBench;

/// <summary>
/// Learns which reply fits from written turns and recorded calls, and measures it on turns that it did not learn from.
/// </summary>
internal static class Learning
{
    private const int Folds = 5;

    // There are few recorded turns, and they are what counts.
    private const int RecordedWeight = 3;

    /// <param name="suites">The folder of the suites.</param>
    /// <param name="written">The folder of written turns.</param>
    /// <param name="recorded">Folders of recorded calls.</param>
    /// <param name="output">Where the weights of all turns go; null for nowhere.</param>
    /// <param name="show">Gets what is said wrongly to recorded turns; null for nobody.</param>
    /// <param name="print">Gets the figures.</param>
    public static void Run(
        string suites, string written, IReadOnlyList<string> recorded, string? output, Action<string>? show,
        Action<string> print)
    {
        var files = new SuiteFiles(suites);
        var turns = AnsweredTurn.Written(written, files).ToList();
        var calls = recorded.Select(folder => (folder, Turns: AnsweredTurn.Recorded(folder, files).ToList())).ToList();
        print($"written turns, learned from four fifths of the calls: {ByFolds(turns, [], turns, null)}");
        var ofWritten = ReplyTraining.Learn(turns);
        foreach (var (folder, ofCalls) in calls)
        {
            var tally = new AnswersTally(null);
            ofCalls.ForEach(turn => tally.Count(turn, ofWritten));
            print($"{folder}, learned from written turns: {tally}");
        }

        var all = calls.SelectMany(static one => one.Turns).ToList();
        print($"recorded turns, learned from written ones and from four fifths of the calls: {ByFolds(all, turns, all, show)}");
        if (output is not null)
        {
            var weights = ReplyTraining.LearnWhole([.. turns, .. Repeated(all)]);
            using var file = new BrotliStream(File.Create(output), CompressionLevel.SmallestSize);
            file.Write(Array.ConvertAll(weights, static weight => (byte)weight));
        }
    }

    private static AnswersTally ByFolds(
        List<AnsweredTurn> turns, List<AnsweredTurn> always, List<AnsweredTurn> measured, Action<string>? show)
    {
        var tally = new AnswersTally(show);
        var calls = turns.Select(static turn => turn.Call).Distinct().ToList();
        for (var fold = 0; fold < Folds; fold++)
        {
            var held = calls.Where((_, i) => i % Folds == fold).ToHashSet();
            var others = turns.FindAll(turn => !held.Contains(turn.Call));
            var model = ReplyTraining.Learn([.. always, .. always.Count > 0 ? Repeated(others) : others]);
            measured.FindAll(turn => held.Contains(turn.Call)).ForEach(turn => tally.Count(turn, model));
        }

        return tally;
    }

    private static IEnumerable<AnsweredTurn> Repeated(List<AnsweredTurn> turns) =>
        Enumerable.Repeat(turns, RecordedWeight).SelectMany(static one => one);
}
