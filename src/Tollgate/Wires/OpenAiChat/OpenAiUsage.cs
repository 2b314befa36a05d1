using Tollgate.Exchanges;
using Tollgate.Wires.Json;

namespace Tollgate.Wires.OpenAiChat;

/// <summary>
/// The token counts of a Chat Completions stream, under all the names that servers give them. A server may count in
/// every chunk: counts grow, so of each the largest stands.
/// </summary>
internal struct OpenAiUsage
{
    private long prompt, output, total, cached, written, reasoning;

    /// <summary>Takes the counts of the object that the reader stands on.</summary>
    public void Take(Utf8JsonReader json)
    {
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            if (json.TokenType == JsonTokenType.StartObject)
            {
                if (name.SequenceEqual("prompt_tokens_details"u8) || name.SequenceEqual("input_tokens_details"u8)
                    || name.SequenceEqual("completion_tokens_details"u8)
                    || name.SequenceEqual("output_tokens_details"u8))
                {
                    TakeDetails(json);
                }
            }
            else if (name.SequenceEqual("prompt_tokens"u8) || name.SequenceEqual("input_tokens"u8))
            {
                Raise(ref prompt, ref json);
            }
            else if (name.SequenceEqual("completion_tokens"u8) || name.SequenceEqual("output_tokens"u8))
            {
                Raise(ref output, ref json);
            }
            else if (name.SequenceEqual("total_tokens"u8))
            {
                Raise(ref total, ref json);
            }
            else
            {
                TakeDetail(name, ref json);
            }

            json.Skip();
        }
    }

    /// <summary>The counts in one meaning; null where neither prompt nor output is counted.</summary>
    /// <remarks>
    /// <c>prompt_tokens</c> is p, <c>completion_tokens</c> c, <c>total_tokens</c> t; of the prompt k were read from a
    /// cache and w written to it. Most servers count k and w within p; where they are more than p, or
    /// t = p + c + k + w, they lie beside it. What t counts beyond all that is output too: reasoning that c leaves out.
    /// More reasoning than c cannot lie within it, so it lies beside it too. If p or c is missing, t has it.
    /// </remarks>
    public readonly Usage? ToUsage()
    {
        // A total alone says nothing of how it is shared out, and the shares have different prices.
        if (prompt + output == 0)
        {
            return null;
        }

        var (p, c, ofCache) = (prompt, output, cached + written);
        var isBeside = ofCache > p || (ofCache > 0 && total == p + c + ofCache);
        p = isBeside ? p : p - ofCache;
        var rest = total - p - c - ofCache;
        if (rest <= 0)
        {
            return new Usage(p, cached, written, reasoning > c ? c + reasoning : c, reasoning);
        }

        return p + ofCache == 0 && c > 0 ? new Usage(rest, 0, 0, c, reasoning)
            : new Usage(p, cached, written, c + rest, c > 0 && reasoning == 0 ? rest : reasoning);
    }

    private void TakeDetails(Utf8JsonReader json)
    {
        while (JsonWalk.NextProperty(ref json, out var name))
        {
            TakeDetail(name, ref json);
            json.Skip();
        }
    }

    // OpenAI has the details one level down. At the top: Kimi cached_tokens, DeepSeek prompt_cache_hit_tokens, gateways
    // to Anthropic its own names; xAI and Perplexity reasoning_tokens, OpenRouter and LiteLLM what was written.
    private void TakeDetail(scoped ReadOnlySpan<byte> name, ref Utf8JsonReader json)
    {
        if (name.SequenceEqual("cached_tokens"u8) || name.SequenceEqual("prompt_cache_hit_tokens"u8)
            || name.SequenceEqual("cache_read_input_tokens"u8) || name.SequenceEqual("cache_read_tokens"u8))
        {
            Raise(ref cached, ref json);
        }
        else if (name.SequenceEqual("cache_write_tokens"u8) || name.SequenceEqual("cache_creation_tokens"u8)
            || name.SequenceEqual("cache_creation_input_tokens"u8) || name.SequenceEqual("cache_write_input_tokens"u8))
        {
            Raise(ref written, ref json);
        }
        else if (name.SequenceEqual("reasoning_tokens"u8))
        {
            Raise(ref reasoning, ref json);
        }
    }

    private static void Raise(ref long count, ref Utf8JsonReader json) =>
        count = Math.Max(count, JsonWalk.Count(ref json) ?? 0);
}
