namespace Tollgate.Simulator.Oracles;

/// <summary>What people call a slot.</summary>
internal static class OracleSlotWords
{
    /// <summary><c>booking_id</c> is the booking number.</summary>
    public static string Of(string slot) => slot switch
    {
        "phone" => "phone number",
        "dob" => "date of birth",
        "email" => "e-mail address",
        "first_name" => "first name",
        "last_name" => "last name",
        _ => slot.Replace("_id", " number", StringComparison.Ordinal).Replace('_', ' '),
    };
}
