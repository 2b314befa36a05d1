namespace Tollgate.Gate.Evidence;

/// <summary>How many scripts the evidence has, and how often each was played.</summary>
/// <param name="Scripts">Scripts; tasks where the runs are no rehearsals.</param>
/// <param name="MinRepeats">Pairs of the script that was played the least.</param>
/// <param name="MaxRepeats">Pairs of the script that was played the most.</param>
public readonly record struct ScriptCount(int Scripts, int MinRepeats, int MaxRepeats)
{
    /// <summary>Counts sessions that are paired already.</summary>
    public static ScriptCount Of(IReadOnlyList<SessionEvidence> sessions)
    {
        ArgumentNullException.ThrowIfNull(sessions);
        var sizes = IndexOf(sessions).CountBy(static script => script).Select(static one => one.Value).ToList();
        return sizes.Count == 0 ? default : new ScriptCount(sizes.Count, sizes.Min(), sizes.Max());
    }

    /// <summary>The script of each session as a number; a task is a script of its own.</summary>
    internal static int[] IndexOf(IReadOnlyList<SessionEvidence> sessions)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var next = 0;
        return [.. sessions.Select(session => session.Script.Length == 0 ? next++
            : numbers.TryGetValue(session.Script, out var number) ? number
            : numbers[session.Script] = next++)];
    }

    /// <summary>Such as <c>26 scripts x 12</c>, or <c>26 scripts x 10 to 12</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"{Scripts:#,##0} {(Scripts == 1 ? "script" : "scripts")} x {MinRepeats:#,##0}{(MaxRepeats > MinRepeats ? FormattableString.Invariant($" to {MaxRepeats:#,##0}") : "")}");
}
