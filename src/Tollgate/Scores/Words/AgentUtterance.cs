using Tollgate.Language;
using Tollgate.Language.Facts;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Words;

/// <summary>What the caller heard of one reply, with what it claims. Judged by what was known when it was
/// said.</summary>
/// <param name="Entry">Where it stands.</param>
/// <param name="Turn">Its turn.</param>
/// <param name="Speech">Its words.</param>
internal sealed record AgentUtterance(int Entry, int Turn, Speech Speech)
{
    /// <summary>The caller spoke into it.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Its sentences with their claims, complete once the whole transcript was read.</summary>
    public required SpokenWords Spoken { get; init; }

    /// <summary>Facts that it states and that stand in this window's answers alone: another record's.</summary>
    public List<Fact> Borrowed { get; init; } = [];

    /// <summary>What it states that stands nowhere or that is otherwise; actions, refusals and absences
    /// apart.</summary>
    public IEnumerable<Claim> False => Spoken.Claims.Where(static claim => claim.IsCharged
        && claim.Kind is not (ClaimKind.Action or ClaimKind.Refusal or ClaimKind.Absence));

    /// <summary>That something is not there, and nothing says so.</summary>
    public Claim? FalseAbsence =>
        Spoken.Claims.Find(static claim => claim is { IsCharged: true, Kind: ClaimKind.Absence });

    /// <summary>What it says has become of something, with whether a tool answered with that word.</summary>
    public List<(string Word, bool IsAnswered, Clause Clause)> Statuses { get; init; } = [];

    /// <summary>A call that changes records was answered before it, in the same window.</summary>
    public bool AfterEffect { get; init; }

    /// <summary>Tools had been called in the window, and none had answered.</summary>
    public bool AfterFailure { get; init; }

    /// <summary>A lookup that was due had not been made.</summary>
    public bool Unlooked { get; init; }

    public bool Denies => Speech.Clauses.Exists(static clause => clause.Mood == Mood.NotFound);

    public bool ClaimsAbsence => Speech.Clauses.Exists(AbsenceRule.Claims);

    /// <summary>It asks back; whether there is anything else is nothing that one asks back.</summary>
    public bool Asks => Speech.Clauses.Exists(static clause =>
        clause.Mood == Mood.Question && !Moods.Closes(clause.Words));

    /// <summary>It says that what was asked for could not be done.</summary>
    public bool Fails => Speech.Clauses.Exists(static clause => FailureRule.Claims(clause));

    public bool HasTrouble => Speech.Clauses.Exists(static clause => TroubleRule.Claims(clause.Words));

    public bool Refuses => Speech.Clauses.Exists(RefusalRule.Claims);

    /// <summary>It says that the call goes to somebody else.</summary>
    public bool OffersHandoff => Speech.Clauses.Exists(static clause => HandoffRule.Claims(clause.Words));

    /// <summary>Its words from one token to another.</summary>
    public string Words(Fact fact) =>
        string.Join(' ', Speech.Tokens.Skip(fact.Start).Take(fact.End - fact.Start).Select(static one => one.Word));

    /// <summary>What a claim is as a fact of the reports.</summary>
    public static FactKind FactOf(Claim claim) => claim.Kind switch
    {
        ClaimKind.Date => FactKind.Date,
        ClaimKind.Time => FactKind.Time,
        ClaimKind.Name => FactKind.Name,
        ClaimKind.Code => FactKind.Code,
        ClaimKind.Phone => FactKind.Phone,
        ClaimKind.Email => FactKind.Email,
        ClaimKind.Amount or ClaimKind.Quantity or ClaimKind.Duration => FactKind.Amount,
        _ => FactKind.Status,
    };
}
