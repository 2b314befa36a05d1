using Tollgate.Scores.Claims;
using Tollgate.Scores.Claims.World;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Scores.Claims;

/// <summary>Desks of three trades, on Wednesday, September 16th 2026, at half past nine: a vet, an energy supplier and a bike
/// shop.</summary>
internal static class ClaimTrades
{
    public static ClaimJudge Judge(string desk, string caller, params ReadOnlySpan<(string Tool, string Arguments, string Answer)> calls)
    {
        var judge = new ClaimJudge(World);
        judge.AgentTold(desk);
        judge.CallerSaid(caller, caller);
        foreach (var (tool, arguments, answer) in calls)
        {
            judge.CallMade(tool, arguments);
            judge.ToolAnswered(tool, answer, ToolStatus.Answered);
        }

        return judge;
    }

    private static ClaimWorld World { get; } = new(
        new DateTime(2026, 9, 16, 9, 30, 0),
        new Dictionary<string, ClaimAgent>
        {
            ["vet"] = new(
                "You are the front desk of Larkfield Animal Hospital. You find owners, look up and book visits with Doctor Imre and "
                + "Doctor Salazar, move and cancel them, and leave messages for the nurses, who ring back the same day. A vaccination "
                + "costs forty-eight dollars and takes fifteen minutes, a dental cleaning two hundred ten. Cats come in a carrier, "
                + "dogs on a leash. Moving and cancelling is free until the day before. Parking is behind the building, one hour free. "
                + "Never give a dose by phone. Bills can be paid in parts. Today is Wednesday, September 16th 2026; we are open on "
                + "weekdays from eight to six.",
                "Larkfield Animal Hospital, good morning.",
                ["find_owner", "find_visits", "find_openings", "book_visit", "move_visit", "cancel_visit", "leave_message", "update_owner_phone"], []),
            ["energy"] = new(
                "You are the service desk of Brightline Energy. You look up accounts and bills, take meter readings, set up payment "
                + "plans of three to twelve months without interest, and report outages. A new meter is free. The final bill comes "
                + "within ten days after a move. You take no bank details by phone. Today is Wednesday, September 16th 2026.",
                "Brightline Energy, hello.",
                ["find_account", "get_bill", "record_reading", "set_payment_plan", "report_outage", "find_outages"], []),
            ["bikes"] = new(
                "You are the counter of Spoke and Sprocket. You look up repairs and parts, order parts, and lend a spare bike for "
                + "repairs of more than three days. A tune-up is seventy-five dollars and includes new brake pads. Repairs are kept "
                + "for two weeks. Today is Wednesday, September 16th 2026; we are open Tuesday to Saturday, ten to seven.",
                "Spoke and Sprocket, hi.",
                ["find_repair", "find_part", "order_part", "reserve_spare_bike", "text_customer"], []),
        },
        new Dictionary<string, ClaimTool>
        {
            ["find_owner"] = new("Finds an owner by last name and phone number.", false, Arguments("last_name", "phone")),
            ["find_visits"] = new("Finds the visits of an owner.", false, Arguments("owner_id")),
            ["find_openings"] = new("Finds the free times of a doctor on a day.", false, Arguments("doctor", "day")),
            ["book_visit"] = new("Books a visit at a free time.", true, Arguments("owner_id", "doctor", "day", "time", "reason")),
            ["move_visit"] = new("Moves a visit to another free time.", true, Arguments("visit_id", "day", "time")),
            ["cancel_visit"] = new("Cancels a visit.", true, Arguments("visit_id")),
            ["leave_message"] = new("Leaves a message for the nurses, who call back the same day.", true, Arguments("phone", "text")),
            ["update_owner_phone"] = new("Changes an owner's phone number.", true, Arguments("owner_id", "phone")),
            ["find_account"] = new("Finds an account by its number.", false, Arguments("account_number")),
            ["get_bill"] = new("Shows the last bill of an account.", false, Arguments("account_number")),
            ["record_reading"] = new("Records a meter reading.", true, Arguments("account_number", "reading")),
            ["set_payment_plan"] = new("Sets up a payment plan for a bill.", true, Arguments("bill_id", "months")),
            ["report_outage"] = new("Reports an outage at an address.", true, Arguments("address")),
            ["find_outages"] = new("Finds known outages by zip code.", false, Arguments("zip")),
            ["find_repair"] = new("Finds a repair by its ticket number.", false, Arguments("ticket")),
            ["find_part"] = new("Finds a part and its stock by name.", false, Arguments("name")),
            ["order_part"] = new("Orders a part for a repair.", true, Arguments("ticket", "part")),
            ["reserve_spare_bike"] = new("Reserves a spare bike for a customer.", true, Arguments("ticket", "from")),
            ["text_customer"] = new("Sends a text message to a customer.", true, Arguments("phone", "text")),
        });

    private static Dictionary<string, string> Arguments(params ReadOnlySpan<string> names)
    {
        var arguments = new Dictionary<string, string>();
        foreach (var name in names)
        {
            arguments[name] = "";
        }

        return arguments;
    }
}
