namespace Tollgate.Callers.Lines;

/// <summary>One thing that a caller's line does.</summary>
/// <param name="Kind">What.</param>
/// <param name="Slot">The slot that it is about; empty for none.</param>
internal readonly record struct CallerAct(CallerActKind Kind, string Slot = "")
{
    /// <summary>It does what was wanted: who gives a value slowly has given it, and a yes confirms.</summary>
    public bool Does(CallerAct wanted) => wanted.Kind switch
    {
        CallerActKind.Give or CallerActKind.Again or CallerActKind.Choose => Names(wanted.Slot)
            && Kind is CallerActKind.Give or CallerActKind.Again or CallerActKind.Choose or CallerActKind.Spell,
        CallerActKind.Correct => Names(wanted.Slot)
            && Kind is CallerActKind.Correct or CallerActKind.Give or CallerActKind.Again or CallerActKind.Spell,
        CallerActKind.Rest => Slot == wanted.Slot && Kind is CallerActKind.Rest or CallerActKind.Again
            or CallerActKind.Spell or CallerActKind.Give,
        CallerActKind.Confirm or CallerActKind.Yes => Kind is CallerActKind.Confirm or CallerActKind.Yes,
        CallerActKind.Unknown or CallerActKind.Tell => Kind is CallerActKind.Unknown or CallerActKind.Tell,
        CallerActKind.YesNo => Kind is CallerActKind.YesNo or CallerActKind.Unknown or CallerActKind.Tell
            or CallerActKind.No or CallerActKind.Yes or CallerActKind.Confirm,
        CallerActKind.No => Kind is CallerActKind.No or CallerActKind.YesNo,
        CallerActKind.Wait or CallerActKind.Okay => Kind is CallerActKind.Wait or CallerActKind.Okay,
        _ => this == wanted,
    };

    // Who gives his name has given its parts.
    private bool Names(string slot) => Slot == slot || (Slot == "name" && slot is "first_name" or "last_name");

    /// <summary>
    /// What the wordings of an intent do; null for what answers nothing of the agent's, such as a greeting into the
    /// silence, and for values, of which only the giver knows the slot.
    /// </summary>
    public static CallerActKind? Of(string intent) => intent switch
    {
        "unknown" => CallerActKind.Unknown,
        "unknown_open" or "unknown_when" or "unknown_why" => CallerActKind.Tell,
        "no_outside" or "yes_outside" => CallerActKind.YesNo,
        "no_preference" or "any_time" => CallerActKind.Any,
        "right" => CallerActKind.Confirm,
        "leave" or "take_it" or "helped" => CallerActKind.Yes,
        "no_leave" or "decline_offer" or "same_one" or "no_keep" => CallerActKind.No,
        "insist" or "try_again" or "refused" => CallerActKind.Insist,
        "give_in" or "later" or "transfer" or "thanks" or "okay" => CallerActKind.Okay,
        "wait" => CallerActKind.Wait,
        "more" or "before_bye" or "push" or "lost_again" => CallerActKind.Wish,
        "done" or "bye" => CallerActKind.Bye,
        "lost" => CallerActKind.Sorry,
        _ => null,
    };

    /// <summary>What is done with a value that is given with an intent.</summary>
    public static CallerActKind Giving(string intent) => intent switch
    {
        "value_again" or "insist_value" => CallerActKind.Again,
        "value_spelled" => CallerActKind.Spell,
        "wrong" or "decline" => CallerActKind.Correct,
        "take" => CallerActKind.Choose,
        _ => CallerActKind.Give,
    };
}
