using System.Text.RegularExpressions;
using Tollgate.Transcripts;

namespace Tollgate.Suites;

/// <summary>
/// The caller of one session: says what comes next, given what the agent said and did. It draws nothing: the same agent
/// gets the same caller. Not thread-safe.
/// </summary>
/// <remarks>
/// After each turn, in this order:
/// (1) every step that the agent's words ask for (<see cref="Step.Asked"/>) and that may still be said, in the script's
/// order, at most three at once;
/// (2) else the next step that is said unasked, where its conditions hold; one that is optional and whose conditions do
/// not hold is passed over, one that is not optional holds up those behind it;
/// (3) else, where nothing that must be said is left, the caller hangs up: steps that wait to be asked and stand before
/// the last one that was said unasked were not needed;
/// (4) else a clarification, as long as there are any;
/// (5) else the caller gives up.
/// A step with a <see cref="Step.BargeIn"/> or a <see cref="Step.Cut"/> is said alone.
/// </remarks>
public sealed partial class CallerScript
{
    private const int MostAtOnce = 3;

    private readonly IReadOnlyList<Step> steps;
    private readonly IReadOnlyList<string> clarifications;
    private readonly int[] said;
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);
    private readonly HashSet<string> reached = new(StringComparer.Ordinal);
    private int clarificationsLeft;
    private int clarification;
    private int lastUnasked = -1;

    /// <param name="session">Whose caller it is.</param>
    /// <param name="clarifications">What is said where nothing fits, taken in turn; not empty.</param>
    /// <param name="mostClarifications">How often in the session.</param>
    public CallerScript(SuiteSession session, IReadOnlyList<string> clarifications, int mostClarifications)
    {
        ArgumentNullException.ThrowIfNull(session);
        steps = session.Steps;
        said = new int[steps.Count];
        this.clarifications = clarifications;
        clarificationsLeft = mostClarifications;
    }

    /// <summary>Steps that must be said and were not.</summary>
    public IEnumerable<Step> Unsaid => steps.Where((step, i) => said[i] == 0 && !step.Optional);

    /// <summary>A call of this tool was answered.</summary>
    public void Answered(string tool) => answered.Add(tool);

    /// <summary>
    /// The step that the caller speaks into the reply that is beginning; null where the caller listens to its end.
    /// </summary>
    /// <param name="agent">The agent that has the call.</param>
    public Step? Interrupting(string agent)
    {
        reached.Add(agent);
        for (var i = 0; i < steps.Count; i++)
        {
            if (IsLeft(i))
            {
                return steps[i].BargeIn is not null && Holds(steps[i]) ? steps[i] : null;
            }
        }

        return null;
    }

    /// <summary>The caller interrupts with it.</summary>
    public CallerLine Interrupt(Step step) => Say([IndexOf(step)]);

    /// <summary>What the caller says next.</summary>
    /// <param name="agent">The agent that has the call.</param>
    /// <param name="heard">What the caller heard since speaking last; empty at the start.</param>
    public CallerLine Next(string agent, string heard)
    {
        reached.Add(agent);
        if (Asked(heard) is { Count: > 0 } asked)
        {
            return Say(asked);
        }

        if (Unasked() is { } next)
        {
            return Say([next]);
        }

        if (NothingLeft())
        {
            return new CallerLine("", [], SessionEnding.Finished);
        }

        if (clarificationsLeft == 0)
        {
            return new CallerLine("", [], SessionEnding.OffScript);
        }

        clarificationsLeft--;
        return new CallerLine(clarifications[clarification++ % clarifications.Count], [], null);
    }

    private List<int> Asked(string heard)
    {
        var asked = new List<int>();
        for (var i = 0; i < steps.Count && asked.Count < MostAtOnce; i++)
        {
            if (steps[i].Asked.Count == 0 || said[i] >= steps[i].Times || !Holds(steps[i]) || !AsksFor(i, heard))
            {
                continue;
            }

            var alone = steps[i].Cut is not null || steps[i].BargeIn is not null;
            if (!alone || asked.Count == 0)
            {
                asked.Add(i);
            }

            if (alone)
            {
                break;
            }
        }

        return asked;
    }

    // What was said before is said again only where a question asks for it: an agent that reads it back does not.
    private bool AsksFor(int i, string heard) => said[i] == 0
        ? steps[i].Asked.Any(pattern => pattern.IsMatch(heard))
        : Sentences().Matches(heard).Any(sentence =>
            AskingAgain().IsMatch(sentence.Value) && steps[i].Asked.Any(pattern => pattern.IsMatch(sentence.Value)));

    private int? Unasked()
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (steps[i].Asked.Count > 0 || said[i] > 0)
            {
                continue;
            }

            if (Holds(steps[i]))
            {
                return i;
            }

            if (!steps[i].Optional)
            {
                return null;
            }
        }

        return null;
    }

    private bool NothingLeft()
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (IsLeft(i))
            {
                return false;
            }
        }

        return true;
    }

    // It must be said yet: what waits to be asked and was passed by was not needed.
    private bool IsLeft(int i) =>
        said[i] == 0 && !steps[i].Optional && (steps[i].Asked.Count == 0 || i > lastUnasked);

    private bool Holds(Step step) =>
        (step.AfterCall is null || answered.Contains(step.AfterCall))
        && (step.AfterHandoffTo is null || reached.Contains(step.AfterHandoffTo));

    private CallerLine Say(List<int> which)
    {
        var text = string.Join(' ', which.Select(i => said[i] > 0 ? steps[i].Again ?? steps[i].Say : steps[i].Say));
        foreach (var i in which)
        {
            said[i]++;
            if (steps[i].Asked.Count == 0)
            {
                lastUnasked = Math.Max(lastUnasked, i);
            }
        }

        return new CallerLine(text, [.. which.Select(i => steps[i])], null);
    }

    private int IndexOf(Step step)
    {
        for (var i = 0; i < steps.Count; i++)
        {
            if (ReferenceEquals(steps[i], step))
            {
                return i;
            }
        }

        throw new ArgumentException($"The session has no step {step.Id} of this kind.", nameof(step));
    }

    [GeneratedRegex(@"[^.!?]+[.!?]*", RegexOptions.CultureInvariant)]
    private static partial Regex Sentences();

    [GeneratedRegex(
        @"\?|\b(repeat|again|spell|tell me|give me|provide|need your|please say)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AskingAgain();
}
