using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.World;
using Tollgate.Unicode;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>
/// Look-ups of what nobody gave: of another number, name or date of birth than the caller's. What they found or did
/// not find says nothing of the caller.
/// </summary>
internal sealed class StrayLookups(Knowledge known, IReadOnlyList<CallMade> calls)
{
    private const int MinDigits = 3;
    private const int MaxDigits = 7;
    private const int MinStray = 2;
    private const int MaxTurns = 3;

    // What a field is called that tells one record from another.
    private static readonly List<string> Keys = ["id", "number", "code", "phone", "ticket", "account", "card", "reference"];

    /// <summary>Whether the call asked for something that neither the caller nor an answer to another call
    /// gave.</summary>
    public bool IsStray(CallMade call)
    {
        if (call.IsTransfer || call.HasEffect
            || OutsideJson.Parse(call.ArgumentsJson) is not { ValueKind: JsonValueKind.Object } given)
        {
            return false;
        }

        var others = calls.Where(other => other != call && other.AnswerJson.Length > 0)
            .Select(other => other.Answered(known.Now)).ToList();
        return given.EnumerateObject().Any(argument => argument.Value.ValueKind == JsonValueKind.String
            && !IsGiven(call.Turn, argument.Name.ToLowerInvariant(),
                argument.Value.GetString()!.ToLowerInvariant(), others));
    }

    /// <summary>Holds what a sentence tells of a stray look-up's record against what is known without it.</summary>
    public void Judge(Sentence sentence, List<Claim> claims)
    {
        if (calls.LastOrDefault(static call => !call.IsTransfer
            && !call.HasEffect) is not { Succeeded: true, FoundNothing: false } last
            || !IsStray(last))
        {
            return;
        }

        var rest = known.With(calls.Where(call => call != last
            && call.AnswerJson.Length > 0).Select(call => call.Values(known.Now)));
        var own = last.Answered(known.Now);
        var without = new List<Claim>();
        new ValueCheck(rest).Judge(sentence, without);
        var isValue = claims.Exists(claim => claim is { Outcome: ClaimOutcome.Grounded }
            && claim.Kind is not (ClaimKind.Name or ClaimKind.Code)
            && without.Exists(one => one.Kind == claim.Kind && one.Value == claim.Value && one.IsCharged));
        var words = Enumerable.Range(0, sentence.Tokens.Count).Count(i => Stems.IsContent(sentence.Tokens[i].Word)
            && !NoveltyCheck.Common.Contains(sentence.Stems[i]) && own.HasStem(sentence.Stems[i])
                && !rest.HasStem(sentence.Stems[i]));
        if (isValue || words >= MinStray)
        {
            claims.Add(new Claim(
                sentence.Text, ClaimKind.Status, ClaimOutcome.Contradicted, sentence.Text,
                $"{last.Name} was asked for what the caller had not given."));
        }
    }

    // Near to what was given, and not the same: what is altogether other may have been given where nobody wrote it
    // down.
    private bool IsGiven(int turn, string field, string value, List<Known> others)
    {
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var birth))
        {
            return !(field.Contains("birth", StringComparison.Ordinal) || field == "dob")
                || known.Said.HasDay(birth.Month, birth.Day) || others.Exists(one => one.Dates.Contains(birth))
                || !known.Said.Dates.Any(date => date.Month == birth.Month || date.Day == birth.Day);
        }

        var digits = string.Concat(value.Where(char.IsAsciiDigit));
        if (digits.Length >= MinDigits && Keys.Exists(key => field.Contains(key, StringComparison.Ordinal))
            && value.Count(char.IsAsciiLetter) <= digits.Length && TimeRule.Clock(value) is null)
        {
            var end = digits[^Math.Min(MaxDigits, digits.Length)..];
            return known.Said.HasDigits(end) || others.Exists(one => one.HasDigits(end))
                || (decimal.TryParse(digits, out var number) && known.Said.Numbers.Any(one => one.Value == number))
                || !(known.Turns.Take(turn).TakeLast(MaxTurns).Any(one => one.HasNear(end))
                    || others.Exists(one => one.HasNear(end)));
        }

        return !field.Contains("last_name", StringComparison.Ordinal) && !field.Contains("surname", StringComparison.Ordinal)
            || known.Said.HasWord(value) || known.Said.HasDigits(CodeRule.Form(value))
                || others.Exists(one => one.HasWord(value))
            || !known.Said.HasNearWord(value);
    }
}
