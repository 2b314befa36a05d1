using Tollgate.Callers.Lines;
using Tollgate.Callers.Replies;

namespace Tollgate.CallsBench;

/// <summary>Counts how often what is said to a turn is one of the lines that fit it.</summary>
internal sealed class AnswersTally(Action<string>? show)
{
    /// <summary>Turns with an answer.</summary>
    public int Of { get; private set; }

    /// <summary>Turns that the rules alone answer well.</summary>
    public int ByRules { get; private set; }

    /// <summary>Turns that the caller answers well.</summary>
    public int Fits { get; private set; }

    /// <summary>Turns in which the caller says something else than his rules, and how often that is better or worse.</summary>
    public (int All, int Better, int Worse) Instead { get; private set; }

    public void Count(AnsweredTurn turn, ReplyModel model)
    {
        if (turn is not { Case: { } given, Answers.Count: > 0 })
        {
            return;
        }

        Of++;
        var instead = ReplyChooser.Instead(given with
        {
            Options = [.. given.Options.Select(option => option with { Score = model.Score(option.Places) })],
        });
        var said = instead.Count > 0 ? instead : given.Own;
        var (before, now) = (Answer.Fits(given.Own, turn.Answers), Answer.Fits(said, turn.Answers));
        ByRules += before ? 1 : 0;
        Fits += now ? 1 : 0;
        if (instead.Count > 0)
        {
            Instead = (Instead.All + 1, Instead.Better + (now && !before ? 1 : 0),
                Instead.Worse + (before && !now ? 1 : 0));
        }

        if (!now)
        {
            show?.Invoke($"{turn.Call}: {turn.Text}\n    should: {string.Join(" | ", turn.Answers.Select(static answer => Text(answer.Does)))}\n    rules:  {Text(given.Own)}: {turn.Line}\n    says:   {Text(said)}");
        }
    }

    public override string ToString() =>
        $"fits {Fits} of {Of} ({100.0 * Fits / Of:F1}%), by the rules alone {ByRules} ({100.0 * ByRules / Of:F1}%); says something else {Instead.All} times, better {Instead.Better}, worse {Instead.Worse}";

    private static string Text(IReadOnlyList<CallerAct> acts) =>
        string.Join(" + ", acts.Select(static act => $"{act.Kind} {act.Slot}".TrimEnd()));
}
