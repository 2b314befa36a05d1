using Tollgate.Acts.Slots;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Suites.Briefs;
using Tollgate.Unicode;

namespace Tollgate.Callers.Wishes;

/// <summary>
/// Whether a value in an agent's words is the one that a caller has in mind, in whatever form it is said: "half past
/// four" is 16:30, "Friday" is the seventeenth, the last four digits are those of the telephone number.
/// </summary>
internal sealed class FactForms
{
    private const int MinSigns = 3;
    private const int MinPartSigns = 4;

    private readonly HashSet<(FactKind Kind, string Value)> forms = [];
    private readonly string signs;
    private readonly DateTime now;
    private string? spoken;

    public FactForms(CallerFact fact, DateTime now)
    {
        Fact = fact;
        this.now = now;
        var value = fact.Value ?? "";
        signs = Signs(value);
        foreach (var text in Texts(fact, value, now))
        {
            foreach (var found in FactFinder.Find(Tokens.Of(text), now, isData: false))
            {
                Add(found, now);
            }
        }

        foreach (var found in FactFinder.Find(Tokens.Of(value), now, isData: true))
        {
            Add(found, now);
        }

        if (fact.Kind is SlotKind.Name or SlotKind.Address or SlotKind.Other)
        {
            foreach (var token in Tokens.Of(value))
            {
                forms.Add((FactKind.Name, NameRule.Form(token.Word)));
            }
        }
    }

    public CallerFact Fact { get; }

    /// <summary>The value as people say it; empty where there is none.</summary>
    public string Spoken => spoken ??=
        Fact.Value is { Length: > 0 } value ? SpokenValue.Plain(Fact.Kind, value, now) : "";

    /// <summary>Whether a value of this kind could be meant for the fact at all.</summary>
    public static bool Fits(FactKind heard, SlotKind kind) => heard switch
    {
        FactKind.Date => kind is SlotKind.Day or SlotKind.DateOfBirth,
        FactKind.Time => kind == SlotKind.Time,
        FactKind.Amount => kind == SlotKind.Amount,
        FactKind.Name => kind is SlotKind.Name or SlotKind.Other or SlotKind.Address,
        FactKind.Code => kind is SlotKind.Code or SlotKind.Phone or SlotKind.Name or SlotKind.Email,
        FactKind.Phone => kind is SlotKind.Phone or SlotKind.Code,
        FactKind.Email => kind == SlotKind.Email,
        _ => false,
    };

    /// <summary>The value is the fact's, or a part of it that people say alone.</summary>
    public bool Matches(Fact heard) => forms.Contains((heard.Kind, heard.Value))
        || (heard.Kind is FactKind.Code or FactKind.Phone && IsPart(Signs(heard.Value)))
        || (heard.Kind == FactKind.Name
            && heard.Value.Split('-', ' ').All(part => forms.Contains((FactKind.Name, part))));

    /// <summary>It is not the fact's value, and so near to it that somebody misheard it.</summary>
    public bool IsNear(Fact heard) => Fact.Kind == SlotKind.Name
        ? Tokens.Of(Fact.Value ?? "").Exists(token => NearMisses.AreNear(token.Word, Signs(heard.Value)))
        : heard.Kind is FactKind.Code or FactKind.Phone or FactKind.Email && IsNearSigns(Signs(heard.Value));

    /// <summary>A part of the name is none of the fact's, and sounds like one of them: "Hollister" for "Hollis".</summary>
    public bool IsMisheardName(Fact heard) => heard.Kind == FactKind.Name && Fact.Kind == SlotKind.Name
        && heard.Value.Split('-', ' ').Where(part => !forms.Contains((FactKind.Name, part))).Any(part =>
            Tokens.Of(Fact.Value ?? "").Exists(token => NearMisses.AreNear(token.Word, part)
                || (token.Word.Length >= MinPartSigns && part.StartsWith(token.Word, StringComparison.Ordinal))));

    // The last four digits, one of them wrong.
    private bool IsNearSigns(string heard) => NearMisses.AreNear(signs, heard)
        || (heard.Length >= MinPartSigns && heard.Length < signs.Length
            && (EditDistance.Of(signs[^heard.Length..], heard) == 1
                || EditDistance.Of(signs[..heard.Length], heard) == 1));

    private bool IsPart(string heard) => heard.Length >= Math.Min(MinSigns, signs.Length) && signs.Length > 0
        && (signs.EndsWith(heard, StringComparison.Ordinal) || signs.StartsWith(heard, StringComparison.Ordinal)
            || heard == "1" + signs);

    private static IEnumerable<string> Texts(CallerFact fact, string value, DateTime now)
    {
        if (fact.Spoken is { } spoken)
        {
            yield return spoken;
        }

        yield return SpokenValue.Say(fact.Kind, value, SayingStyle.Plain, now);
        yield return SpokenValue.Say(fact.Kind, value, SayingStyle.Slow, now);
    }

    private void Add(Fact found, DateTime now)
    {
        forms.Add((found.Kind, found.Value));
        if (found.Kind == FactKind.Time)
        {
            var minutes = int.Parse(found.Value.TrimEnd('?'), CultureInfo.InvariantCulture);
            forms.Add((FactKind.Time, TimeRule.Form(minutes, exact: false)));
        }
        else if (found.Kind == FactKind.Date && DateOf(found.Value, now) is { } date)
        {
            forms.Add((FactKind.Date, DateRule.Form(date.Month, date.Day, date.Year)));
            forms.Add((FactKind.Date, DateRule.Form(date.Month, date.Day, null)));
            forms.Add((FactKind.Date, "d" + date.Day.ToString(CultureInfo.InvariantCulture)));
            if (Fact.Kind == SlotKind.Day)
            {
                forms.Add((FactKind.Date, "w" + ((int)date.DayOfWeek).ToString(CultureInfo.InvariantCulture)));
            }
        }
    }

    private static DateOnly? DateOf(string form, DateTime now)
    {
        if (DateOnly.TryParseExact(form, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        return form.StartsWith("--", StringComparison.Ordinal)
            && DateOnly.TryParseExact($"{now.Year}-{form.AsSpan(2)}", "yyyy-MM-dd", CultureInfo.InvariantCulture,
                DateTimeStyles.None, out date)
                ? date
                : null;
    }

    private static string Signs(string text) =>
        new([.. text.Where(char.IsLetterOrDigit).Select(char.ToLowerInvariant)]);
}
