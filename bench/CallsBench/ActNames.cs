using Tollgate.Acts;
using Tollgate.Acts.Slots;

namespace Tollgate.CallsBench;

/// <summary>The labels' names for acts and slots, as the ear knows them.</summary>
internal static class ActNames
{
    private static readonly Dictionary<string, ActKind> Asking = new()
    {
        ["request"] = ActKind.Request,
        ["request_again"] = ActKind.RequestAgain,
        ["request_spelling"] = ActKind.RequestSpelling,
        ["read_back"] = ActKind.ReadBack,
        ["confirm_action"] = ActKind.ConfirmAction,
        ["offer"] = ActKind.Offer,
        ["ask_choice"] = ActKind.AskChoice,
        ["anything_else"] = ActKind.AnythingElse,
        ["goodbye"] = ActKind.Goodbye,
        ["hold"] = ActKind.Hold,
        ["transfer"] = ActKind.Transfer,
    };

    private static readonly Dictionary<string, SlotKind> Slots = new()
    {
        ["phone"] = SlotKind.Phone,
        ["email"] = SlotKind.Email,
        ["name"] = SlotKind.Name,
        ["first_name"] = SlotKind.Name,
        ["last_name"] = SlotKind.Name,
        ["date_of_birth"] = SlotKind.DateOfBirth,
        ["address"] = SlotKind.Address,
        ["street"] = SlotKind.Address,
        ["house_number"] = SlotKind.Address,
        ["unit"] = SlotKind.Address,
        ["building"] = SlotKind.Address,
        ["city"] = SlotKind.Address,
        ["zip"] = SlotKind.Address,
        ["day"] = SlotKind.Day,
        ["date"] = SlotKind.Day,
        ["start_day"] = SlotKind.Day,
        ["end_day"] = SlotKind.Day,
        ["time"] = SlotKind.Time,
        ["half_of_day"] = SlotKind.Time,
        ["duration"] = SlotKind.Duration,
        ["months"] = SlotKind.Duration,
        ["quantity"] = SlotKind.Quantity,
        ["amount"] = SlotKind.Amount,
        ["message"] = SlotKind.Message,
        ["reason"] = SlotKind.Reason,
        ["problem"] = SlotKind.Reason,
        ["wish"] = SlotKind.Reason,
        ["next_wish"] = SlotKind.Reason,
        ["license_plate"] = SlotKind.Code,
        ["asset_tag"] = SlotKind.Code,
        ["pin"] = SlotKind.Code,
    };

    /// <summary>The acts that ask something of the caller; null for the others.</summary>
    public static ActKind? AskingAct(string name) => Asking.TryGetValue(name, out var kind) ? kind : null;

    public static bool Asks(ActKind kind) => Asking.ContainsValue(kind);

    /// <summary>The kind of a common slot; null for an open question of the agent's own.</summary>
    public static SlotKind? Slot(string name) =>
        Slots.TryGetValue(name, out var kind) ? kind
        : name.EndsWith("_number", StringComparison.Ordinal) || name.EndsWith("_code", StringComparison.Ordinal)
            || name.EndsWith("_id", StringComparison.Ordinal) ? SlotKind.Code
        : null;
}
