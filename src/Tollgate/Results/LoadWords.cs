using System.Text.Json;

namespace Tollgate.Results;

/// <summary>A resolved plan's load in one line of words.</summary>
internal static class LoadWords
{
    /// <param name="plan">The resolved plan.</param>
    /// <param name="transport">The transport that carried it.</param>
    public static string Of(JsonElement plan, string transport)
    {
        var words = new List<string>();
        if (plan.TryGetProperty("load", out var load))
        {
            words.Add(Rhythm(load));
        }

        if (plan.TryGetProperty("sessions", out var sessions) && sessions.ValueKind == JsonValueKind.Array)
        {
            words.Add(Calls(plan, sessions.GetArrayLength()));
        }

        if (Text(plan, "requests") is { } requests)
        {
            words.Add($"{requests} requests a target");
        }

        if (Text(plan, "for") is { } length)
        {
            words.Add($"for {length}");
        }

        if (Text(plan, "warmup") is { } warmup and not "0s")
        {
            words.Add($"warm-up {warmup}");
        }

        if (plan.TryGetProperty("cold", out var cold) && cold.GetBoolean())
        {
            words.Add("cold connections");
        }

        if (plan.TryGetProperty("retry", out var retry))
        {
            words.Add($"up to {Text(retry, "attempts")} attempts");
        }

        words.Add(transport == "virtual" ? "simulated models in virtual time" : $"{transport} transport");
        return string.Join(", ", words);
    }

    private static string Calls(JsonElement plan, int sessions)
    {
        var times = Text(plan, "repeat") is { } repeat and not "1" ? $", {repeat} times" : "";
        var starts = Text(plan, "rate_per_second") is { Length: > 0 } rate
            ? $"{rate} starting a second"
            : $"{Text(plan, "concurrency")} at once with each target";
        var hurry = Text(plan, "hurry") is { } pace and not "1" ? $", speech hurried {pace} times" : "";
        return $"{sessions} calls of {Text(plan, "suite")}{times}, {starts}{hurry}";
    }

    private static string Rhythm(JsonElement load)
    {
        if (Text(load, "trace") is { } trace)
        {
            return $"open loop, the trace {Path.GetFileName(trace)} at {Text(load, "speed")} times its speed";
        }

        return Text(load, "rate") is { } rate
            ? $"open loop, {rate} {Text(load, "arrivals")}"
            : $"closed loop, {Text(load, "concurrency")} at once";
    }

    private static string? Text(JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) ? value.ToString() : null;
}
