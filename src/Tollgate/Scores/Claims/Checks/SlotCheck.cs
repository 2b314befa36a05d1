using System.Text.RegularExpressions;
using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>
/// Holds free times, and the end of a term, against what tools answered: who was not told a time cannot know that it is
/// free.
/// </summary>
internal sealed partial class SlotCheck(Knowledge known, IReadOnlyList<CallMade> calls)
{
    private const int HalfDay = 720;

    private static readonly List<string> Calendars = ["slot", "open", "availab", "free", "time", "calendar", "days"];

    public void Judge(Sentence sentence, IReadOnlyList<string> tools, List<Claim> claims)
    {
        foreach (var clause in sentence.Speech.Clauses)
        {
            if (Untold(sentence, clause, tools) is { } fact)
            {
                claims.Add(new Claim(
                    sentence.Text, ClaimKind.Time, known.Answers.Clock.Count > 0
                        ? ClaimOutcome.Contradicted : ClaimOutcome.Invented,
                    sentence.Words(fact.Start, fact.End), "No tool answered that this time is free."));
                return;
            }

            if (clause.Mood == Mood.Assertion && EndOfMonth().IsMatch(clause.Words) && IsOtherTerm())
            {
                claims.Add(new Claim(
                    sentence.Text, ClaimKind.Date, ClaimOutcome.Contradicted, clause.Words, "A tool answered with another day."));
                return;
            }
        }
    }

    private Fact? Untold(Sentence sentence, Clause clause, IReadOnlyList<string> tools)
    {
        if (!Free().IsMatch(sentence.Text.ToLowerInvariant()) || Hours().IsMatch(clause.Words)
            || clause.Words.Contains("n't", StringComparison.Ordinal)
                || clause.Words.Contains(" not ", StringComparison.Ordinal)
            || calls.Any(static call => call.IsOpen)
            || !tools.Any(static tool => Calendars.Exists(word => tool.Contains(word, StringComparison.Ordinal))
                && ActWords.Read(tool)))
        {
            return null;
        }

        foreach (var fact in sentence.Speech.Facts)
        {
            if (fact.Kind == FactKind.Time && fact.Start >= clause.Start && fact.End <= clause.End
                && int.TryParse(fact.Value.TrimEnd('?'), out var minutes)
                && !known.Answers.Clock.Any(time => time % HalfDay == minutes % HalfDay)
                    && !known.Answers.Open.Contains(minutes % HalfDay)
                && !known.Answers.Ends.Contains(minutes % HalfDay))
            {
                return fact;
            }
        }

        return null;
    }

    private bool IsOtherTerm()
    {
        var today = DateOnly.FromDateTime(known.Now);
        var last = new DateOnly(today.Year, today.Month, DateTime.DaysInMonth(today.Year, today.Month));
        return known.Answers.Dates.Any(date => date >= today && date <= last) && !known.Answers.Dates.Contains(last)
            && !known.Answers.Dates.Contains(last.AddDays(1));
    }

    [GeneratedRegex(@"\b(?:free|available|openings?|slots?|open for you|(?:got|have) (?:\w+ ){1,6}open)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Free();

    // "We're open from nine", "free of charge until nine".
    [GeneratedRegex(@"\b(?:we're|we are|office|clinic|shop|store|desk|hours?|parking|until|till|closes?|charge|cost)\b", RegexOptions.CultureInvariant)]
    private static partial Regex Hours();

    [GeneratedRegex(@"\b(?:until|till|by|before) the end of (?:the|this) month\b", RegexOptions.CultureInvariant)]
    private static partial Regex EndOfMonth();
}
