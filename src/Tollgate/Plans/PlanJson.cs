using System.Buffers;
using System.Text;
using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Secrets;

namespace Tollgate.Plans;

/// <summary>
/// Writes a plan as it was resolved: every default in its place, durations as plans spell them, and no keys.
/// </summary>
internal static class PlanJson
{
    public static string Write(Plan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            json.WriteStartObject();
            json.WriteStartArray("targets");
            foreach (var target in plan.Targets)
            {
                WriteTarget(json, target);
            }

            json.WriteEndArray();
            WriteLoad(json, plan.Load);
            WriteNumber(json, "requests", plan.Requests);
            WriteDuration(json, "for", plan.For);
            WriteWarmUp(json, plan);
            json.WriteStartObject("timeouts");
            WriteDuration(json, "connect", plan.Timeouts.Connect);
            WriteDuration(json, "first_token", plan.Timeouts.FirstToken);
            WriteDuration(json, "token_gap", plan.Timeouts.TokenGap);
            WriteDuration(json, "total", plan.Timeouts.Total);
            json.WriteEndObject();
            WriteNumber(json, "max_tokens", plan.MaxTokens);
            WriteNumber(json, "temperature", (decimal?)plan.Temperature);
            WriteText(json, "prompt", plan.Prompt);
            WriteText(json, "prompts", plan.PromptsFile);
            json.WriteNumber("prompt_tokens", plan.PromptTokens);
            json.WriteBoolean("same_start", plan.SameStart);
            json.WriteBoolean("cold", plan.Cold);
            WriteRetry(json, plan);
            WriteNumber(json, "seed", plan.Seed);
            json.WriteNumber("max_in_flight", plan.MaxInFlight);
            json.WriteStartObject("limits");
            WriteDuration(json, "first_token", plan.Limits.FirstToken);
            WriteDuration(json, "gap", plan.Limits.Gap);
            WriteDuration(json, "task", plan.Limits.Task);
            json.WriteEndObject();
            json.WriteString("transport", SnakeCase.Of(plan.Transport));
            json.WriteBoolean("keep_content", plan.KeepContent);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteTarget(Utf8JsonWriter json, Target target)
    {
        json.WriteStartObject();
        json.WriteString("name", target.Name);
        json.WriteString("wire", target.Wire);
        json.WriteString("url", TargetSecrets.Of(target).AsWritten(PlainUrl.Of(target.Url)));
        json.WriteString("model", TargetSecrets.Of(target).AsWritten(target.Model));
        WriteText(json, "region", target.Region);
        WriteText(json, "tier", target.Tier is null ? null : TargetSecrets.Of(target).AsWritten(target.Tier));
        WriteForm(json, target);
        if (target.Headers.Count > 0)
        {
            json.WriteStartObject("headers");
            foreach (var name in target.Headers.Keys)
            {
                json.WriteString(name, "***");
            }

            json.WriteEndObject();
        }

        if (target.Price is { } price)
        {
            json.WriteStartObject("price");
            json.WriteString("currency", price.Currency);
            json.WriteNumber("input", price.Input);
            json.WriteNumber("cached_input", price.CachedInput);
            json.WriteNumber("cache_write", price.CacheWrite);
            json.WriteNumber("output", price.Output);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    /// <summary>How a target wants its requests and ends its answers, as far as somebody said.</summary>
    private static void WriteForm(Utf8JsonWriter json, Target target)
    {
        if (target.Request.TokenLimit is { } limit)
        {
            json.WriteString("token_limit", SnakeCase.Of(limit));
        }

        if (target.Request.StreamOptions is { } options)
        {
            json.WriteBoolean("stream_options", options);
        }

        if (target.Request.BodyJson is { } body)
        {
            json.WritePropertyName("body");
            json.WriteRawValue(body);
        }

        if (target.End != StreamEnd.Marker)
        {
            json.WriteString("end", SnakeCase.Of(target.End));
        }
    }

    private static void WriteLoad(Utf8JsonWriter json, PlanLoad load)
    {
        json.WriteStartObject("load");
        if (load.TraceFile is not null)
        {
            json.WriteString("trace", load.TraceFile);
            json.WriteNumber("speed", load.Speed);
            WriteDuration(json, "from", load.From);
            WriteDuration(json, "for", load.For);
        }
        else if (load.Rate is { } rate)
        {
            json.WriteString("rate", rate.ToString());
            json.WriteString("arrivals", SnakeCase.Of(load.Arrivals));
            json.WriteNumber("cv", load.Cv);
            WriteDuration(json, "ramp", load.Ramp);
        }
        else
        {
            json.WriteNumber("concurrency", load.Concurrency ?? 1);
            WriteDuration(json, "stagger", load.Stagger);
        }

        json.WriteEndObject();
    }

    private static void WriteWarmUp(Utf8JsonWriter json, Plan plan)
    {
        if (plan.WarmUp.Tasks > 0)
        {
            json.WriteNumber("warmup", plan.WarmUp.Tasks);
        }
        else
        {
            WriteDuration(json, "warmup", plan.WarmUp.Length);
        }
    }

    private static void WriteRetry(Utf8JsonWriter json, Plan plan)
    {
        if (plan.Retry is not { } retry)
        {
            return;
        }

        json.WriteStartObject("retry");
        json.WriteNumber("attempts", retry.Attempts);
        json.WriteStartArray("on");
        foreach (var kind in retry.On.Order())
        {
            json.WriteStringValue(SnakeCase.Of(kind));
        }

        json.WriteEndArray();
        WriteDuration(json, "backoff", retry.Backoff);
        WriteDuration(json, "longest_wait", retry.MaxWait);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, decimal? value)
    {
        if (value is { } given)
        {
            json.WriteNumber(name, given);
        }
    }

    private static void WriteDuration(Utf8JsonWriter json, string name, TimeSpan? value)
    {
        if (value is { } given)
        {
            json.WriteString(name, Durations.Format(given));
        }
    }
}
