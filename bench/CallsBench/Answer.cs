using Tollgate.Callers.Lines;

namespace Tollgate.CallsBench;

/// <summary>One line that fits a turn, as a reader wrote it down: what it does, all of it.</summary>
internal sealed record Answer(IReadOnlyList<CallerAct> Does)
{
    /// <summary>Reads "give phone + give day; again phone": answers by semicolons, the parts of one by plus signs.</summary>
    public static List<Answer> Parse(string text) =>
        [.. text.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(static one => new Answer([.. one.Split('+', StringSplitOptions.TrimEntries
                | StringSplitOptions.RemoveEmptyEntries).Select(ParseOne).OfType<CallerAct>()]))
            .Where(static one => one.Does.Count > 0)];

    /// <summary>A line with these parts is as good as one of the answers.</summary>
    public static bool Fits(IReadOnlyList<CallerAct> line, IReadOnlyList<Answer> answers) =>
        answers.Any(answer => answer.Does.All(part => line.Any(said => said.Does(part))))
        && line.All(said => said.Kind is CallerActKind.Okay
            || answers.Any(answer => answer.Does.Any(part => said.Does(part))));

    private static CallerAct? ParseOne(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return words.Length > 0 && Enum.TryParse<CallerActKind>(words[0], ignoreCase: true, out var kind)
            && !char.IsAsciiDigit(words[0][0]) ? new CallerAct(kind, words.Length > 1 ? words[1] : "") : null;
    }
}
