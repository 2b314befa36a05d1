namespace Tollgate.Tests.Sessions;

/// <summary>A small suite, as YAML, with one caller whose wish a test gives.</summary>
internal static class Desk
{
    /// <summary>A wish for which the caller is told a price.</summary>
    public const string Price = """
            opens: "I would like a room."
            tells: { price: 80 }
        """;

    /// <summary>A wish for which a room must be booked.</summary>
    public const string Booking = """
            opens: "Book me in for the fifth."
            looks_up: [ { find_guest: { name: "{caller.name}" } } ]
            does: [ { book: { guest_id: G-1, day: 2026-03-05 } } ]
        """;

    public static string With(string wish, string brief = "", string root = "") => $$"""
        suite: desk
        now: 2026-03-02 09:15
        {{root}}
        records:
          guests:
            key: id
            rows:
              - { id: G-1, name: Tallow }
          bookings:
            key: id
            rows: []
        tools:
          find_guest:
            arguments: { name: { type: string } }
            find: guests
            where: [name]
            latency: 400ms
            timeout: 2s
            decoy: true
          book:
            arguments: { guest_id: { type: string }, day: { type: string, format: date } }
            insert: bookings
            key_prefix: B-
            set: [guest_id, day]
            requires: { guest_id: guests }
            latency: 1s
            decoy: true
        agents:
          front:
            about: Books rooms.
            system: You are the front desk.
            greeting: Hello?
            tools: [find_guest, book]
            hands_over_to: [bills]
          bills:
            about: Speaks about bills.
            system: You are the billing desk.
            tools: [find_guest]
        callers:
          guest:
            facts: { name: Tallow, phone: "3125550166" }
        wishes:
          room:
        {{wish}}
        briefs:
          - name: call
            caller: guest
            starts_with: front
            wishes: [room]
        {{brief}}
        """;
}
