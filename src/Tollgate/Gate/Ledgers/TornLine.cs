using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>Tells a line that a killed process left half written from one that somebody has broken.</summary>
internal static class TornLine
{
    private static readonly string[] Rubric = ["name", "digest", "text_digest", "canonical"];

    private static readonly string[] Verdict =
    [
        "rubric_digest", "baseline", "candidate", "baseline_runs", "candidate_runs", "sessions", "look", "outcome",
    ];

    // Every order in which a whole line has its keys; what is optional is there or not.
    private static readonly string[][] Orders =
    [
        .. from payload in new[] { Rubric }
                .Concat(
                    from registered in Optional("registered")
                    from numbers in Optional("numbers")
                    select (string[])[.. Verdict, .. registered, .. numbers])
                .Concat(
                    from suite in Optional("suite", "suite_digest")
                    from sessions in Optional("sessions")
                    select (string[])
                    [
                        "rubric_digest", "publication", "command", .. suite, "targets", "seed", "part", .. sessions,
                    ])
            from signature in Optional("public_key", "signature")
            select (string[])["seq", "at", "kind", .. payload, "previous", .. signature, "hash"],
    ];

    /// <summary>Whether the bytes are the start of the entry that would come next.</summary>
    /// <param name="tail">What stands after the last LF.</param>
    /// <param name="seq">The number that the entry would have.</param>
    /// <param name="previous">The hash that it would name.</param>
    public static bool IsStart(ReadOnlySpan<byte> tail, long seq, string previous)
    {
        var start = Encoding.ASCII.GetBytes($"{{\"seq\":{seq},\"at\":\"");
        var shared = Math.Min(start.Length, tail.Length);
        if (!tail[..shared].SequenceEqual(start.AsSpan(0, shared))
            || tail.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return false;
        }

        try
        {
            return HasKeysInOrder(tail, previous, out var isWhole)
                && (!isWhole || LedgerLineReader.Read(tail) is { Entry: { } entry } && entry.Seq == seq);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            // No JSON, or a key with half a surrogate pair.
            return false;
        }
    }

    private static bool HasKeysInOrder(ReadOnlySpan<byte> tail, string previous, out bool isWhole)
    {
        isWhole = false;
        var reader = new Utf8JsonReader(tail, isFinalBlock: false, default);
        var keys = new List<string>();
        while (reader.Read())
        {
            if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.PropertyName)
            {
                keys.Add(reader.GetString() ?? "");
            }
            else if (reader.CurrentDepth == 1 && reader.TokenType == JsonTokenType.String && keys is [.., "previous"]
                && !reader.ValueTextEquals(previous))
            {
                return false;
            }

            isWhole = reader.CurrentDepth == 0 && reader.TokenType == JsonTokenType.EndObject;
        }

        return Array.Exists(Orders, order => order.Take(keys.Count).SequenceEqual(keys));
    }

    private static string[][] Optional(params string[] keys) => [keys, []];
}
