using Tollgate.Acts.Slots;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Tests.Suites;

public class SlotKindTests
{
    [Theory]
    [InlineData("first_name", null, SlotKind.Name)]
    [InlineData("product_name", "argan oil", SlotKind.Other)] // Not a person's.
    [InlineData("dob", "1984-03-03", SlotKind.DateOfBirth)]
    [InlineData("new_phone", null, SlotKind.Phone)]
    [InlineData("send_to", null, SlotKind.Email)] // The tool's argument says so.
    [InlineData("until", null, SlotKind.Day)]
    [InlineData("due_date", null, SlotKind.Day)]
    [InlineData("card_number", null, SlotKind.Code)]
    [InlineData("house_number", "12", SlotKind.Address)] // The suite says so.
    [InlineData("zip_code", "60614", SlotKind.Address)]
    [InlineData("what", "2026-04-17", SlotKind.Day)] // From here on by the value.
    [InlineData("what", "16:30", SlotKind.Time)]
    [InlineData("what", "B-4101", SlotKind.Code)]
    [InlineData("what", "00417", SlotKind.Code)]
    [InlineData("what", "TEO", SlotKind.Other)]
    [InlineData("what", "blow dry", SlotKind.Other)]
    public void Of_ASlot_IsWhatIsMeant(string slot, string? value, SlotKind kind)
    {
        var slots = new SlotKinds();
        slots.Note(new SuiteTool("order", "", "{}", new ToolBackend(BackendAction.Answer))
        {
            Rules = new Dictionary<string, ValueRule>
            {
                ["send_to"] = new(ValueKind.Email),
                ["until"] = new(ValueKind.Date),
                ["what"] = ValueRule.Text,
            },
        });
        slots.Own["house_number"] = new AskedSlot("house_number", SlotKind.Address, ["house number"]);
        slots.Of(slot, value).ShouldBe(kind);
    }

    [Theory]
    [InlineData(SlotKind.Day, "2026-04-17", "Friday, April seventeenth")]
    [InlineData(SlotKind.Day, "2026-05-30", "Saturday, May thirtieth")]
    [InlineData(SlotKind.DateOfBirth, "1984-03-03", "March third, nineteen eighty-four")]
    [InlineData(SlotKind.Time, "16:30", "half past four")]
    [InlineData(SlotKind.Time, "08:45", "a quarter to nine")]
    [InlineData(SlotKind.Time, "12:00", "noon")]
    [InlineData(SlotKind.Time, "10:00", "ten in the morning")]
    [InlineData(SlotKind.Phone, "6145550101", "six one four, five five five, zero one zero one")]
    [InlineData(SlotKind.Code, "GC-70615", "G C, seven zero six one five")]
    [InlineData(SlotKind.Amount, "185", "one hundred eighty-five dollars")]
    [InlineData(SlotKind.Quantity, "2", "two")]
    [InlineData(SlotKind.Name, "Rosa", "Rosa")]
    public void Plain_AValue_IsSaidInWords(SlotKind kind, string value, string said) =>
        Spoken.Plain(kind, value).ShouldBe(said);
}
