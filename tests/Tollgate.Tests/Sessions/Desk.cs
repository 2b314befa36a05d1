namespace Tollgate.Tests.Sessions;

/// <summary>A small suite, as YAML, whose steps a test gives.</summary>
internal static class Desk
{
    public static string With(string steps, string session = "", string root = "") => $$"""
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
          book:
            arguments: { guest_id: { type: string }, day: { type: string, format: date } }
            insert: bookings
            key_prefix: B-
            set: [guest_id, day]
            requires: { guest_id: guests }
            latency: 1s
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
        sessions:
          - name: call
            starts_with: front
            records_after:
              - { bookings: { guest_id: G-1 }, count: 1 }
        {{session}}
            steps:
        {{steps}}
        """;

    public static string Plain(string steps) => With(steps).Replace(
        "            records_after:\n              - { bookings: { guest_id: G-1 }, count: 1 }\n", "", StringComparison.Ordinal)
        .Replace("    records_after:\n      - { bookings: { guest_id: G-1 }, count: 1 }\n", "", StringComparison.Ordinal);
}
