using Tollgate.Exchanges;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Anthropic;
using Tollgate.Wires.OpenAiChat;
using static Tollgate.Tests.Wires.WireStream;

namespace Tollgate.Tests.Wires;

/// <summary>Token counts of Chat Completions, wherever and however servers write them.</summary>
public class UsageTests
{
    // Input, cached, written, output, reasoning.
    public static TheoryData<string, long[]> Counts => new()
    {
        { """{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110}""", [100, 0, 0, 10, 0] },
        // Cached tokens lie within the prompt, under any name.
        { """{"prompt_tokens":100,"completion_tokens":10,"prompt_tokens_details":{"cached_tokens":64}}""", [36, 64, 0, 10, 0] },
        { """{"prompt_tokens":100,"completion_tokens":10,"cached_tokens":64}""", [36, 64, 0, 10, 0] },
        { """{"prompt_tokens":100,"completion_tokens":10,"prompt_cache_hit_tokens":64,"prompt_cache_miss_tokens":36}""", [36, 64, 0, 10, 0] },
        { """{"input_tokens":100,"output_tokens":10,"input_tokens_details":{"cached_tokens":64},"output_tokens_details":{"reasoning_tokens":4}}""", [36, 64, 0, 10, 4] },
        { """{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110,"cache_read_input_tokens":60,"cache_creation_input_tokens":30}""", [10, 60, 30, 10, 0] },
        { """{"prompt_tokens":100,"completion_tokens":10,"prompt_tokens_details":{"cached_tokens":60,"cache_write_tokens":30}}""", [10, 60, 30, 10, 0] },
        { """{"prompt_tokens":100,"completion_tokens":10,"prompt_tokens_details":{"cached_tokens":60,"cache_creation_tokens":30}}""", [10, 60, 30, 10, 0] },
        // Beside it, as the total says, or since there are more of them than prompt.
        { """{"prompt_tokens":100,"completion_tokens":10,"total_tokens":200,"cache_read_input_tokens":60,"cache_creation_input_tokens":30}""", [100, 60, 30, 10, 0] },
        { """{"prompt_tokens":10,"completion_tokens":10,"total_tokens":20,"cache_read_input_tokens":60}""", [10, 60, 0, 10, 0] },
        // Reasoning: part of the completion, beside it (xAI), or told by the total alone (Gemini).
        { """{"prompt_tokens":100,"completion_tokens":10,"total_tokens":110,"completion_tokens_details":{"reasoning_tokens":4}}""", [100, 0, 0, 10, 4] },
        { """{"prompt_tokens":100,"completion_tokens":10,"total_tokens":114,"completion_tokens_details":{"reasoning_tokens":4}}""", [100, 0, 0, 14, 4] },
        { """{"prompt_tokens":100,"completion_tokens":10,"total_tokens":0,"completion_tokens_details":{"reasoning_tokens":4}}""", [100, 0, 0, 10, 4] },
        { """{"prompt_tokens":100,"completion_tokens":10,"reasoning_tokens":4}""", [100, 0, 0, 10, 4] },
        { """{"prompt_tokens":20,"completion_tokens":198,"total_tokens":623}""", [20, 0, 0, 603, 405] },
        { """{"prompt_tokens":20,"completion_tokens":198,"total_tokens":623,"prompt_tokens_details":{"cached_tokens":16}}""", [4, 16, 0, 603, 405] },
        { """{"prompt_tokens":20,"completion_tokens":198,"total_tokens":0}""", [20, 0, 0, 198, 0] },
        { """{"prompt_tokens":20,"completion_tokens":198,"total_tokens":198}""", [20, 0, 0, 198, 0] },
        // More reasoning than completion cannot lie within it, whatever a total says that was made anew.
        { """{"prompt_tokens":20,"completion_tokens":5,"completion_tokens_details":{"reasoning_tokens":100}}""", [20, 0, 0, 105, 100] },
        { """{"prompt_tokens":20,"completion_tokens":5,"total_tokens":25,"completion_tokens_details":{"reasoning_tokens":100}}""", [20, 0, 0, 105, 100] },
        // A total alone is no count: its sides have different prices.
        { """{"total_tokens":25}""", [] },
        // One side is missing: the total has it, or nothing has.
        { """{"completion_tokens":10,"total_tokens":110}""", [100, 0, 0, 10, 0] },
        { """{"prompt_tokens":100,"total_tokens":110}""", [100, 0, 0, 10, 0] },
        { """{"completion_tokens":10}""", [0, 0, 0, 10, 0] },
        { """{"prompt_tokens":100}""", [100, 0, 0, 0, 0] },
        // With decimals, an exponent, as text; what is no count is left out.
        { """{"prompt_tokens":100.0,"completion_tokens":1.0e1,"total_tokens":"110"}""", [100, 0, 0, 10, 0] },
        { """{"prompt_tokens":1E2,"completion_tokens":"10.0"}""", [100, 0, 0, 10, 0] },
        { """{"prompt_tokens":-100,"completion_tokens":1.5,"total_tokens":9e99,"cached_tokens":"many","reasoning_tokens":[1]}""", [] },
        { """{"prompt_tokens":1000000000001,"completion_tokens":10}""", [0, 0, 0, 10, 0] },
        // Nothing was counted.
        { """{"prompt_tokens":0,"completion_tokens":0,"total_tokens":0}""", [] },
        { "{}", [] },
        { "null", [] },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void Read_Counts_HaveOneMeaning(string usage, long[] expected)
    {
        var recorder = Counted($$"""{"choices":[],"usage":{{usage}}}""", "[DONE]");
        recorder.Failure.ShouldBeNull();
        recorder.Usage.ShouldBe(Usage(expected));
    }

    // In the choice (Kimi), under Groq's own name, behind the end, and in every chunk; zeros change nothing.
    [Theory]
    [InlineData("""{"choices":[{"index":0,"delta":{},"finish_reason":"stop","usage":{"prompt_tokens":100,"completion_tokens":10}}]}""", "[DONE]")]
    [InlineData("""{"choices":[],"x_groq":{"id":"r","usage":{"queue_time":0.1,"prompt_tokens":100,"completion_tokens":10}}}""", "[DONE]")]
    [InlineData("[DONE]", """{"choices":[],"usage":{"prompt_tokens":100,"completion_tokens":10}}""")]
    [InlineData("""{"usage":{"prompt_tokens":100,"completion_tokens":3}}""", """{"usage":{"prompt_tokens":100,"completion_tokens":10}}""")]
    [InlineData("""{"usage":{"prompt_tokens":100,"completion_tokens":10}}""", """{"usage":{"prompt_tokens":0,"completion_tokens":0}}""")]
    [InlineData("""{"usage":{"prompt_tokens":100,"completion_tokens":10}}""", """{"usage":null}""")]
    public void Read_CountsInAnyPlace_AreTaken(string first, string second) =>
        Counted(first, second).Usage.ShouldBe(new Usage(100, 0, 0, 10, 0));

    private static StreamRecorder Counted(params string[] chunks) =>
        Read(new OpenAiChatWire(), OpenAi("""{"choices":[{"delta":{"content":"a"}}]}"""), OpenAi(chunks));

    private static Usage? Usage(long[] counts) =>
        counts is [var input, var cached, var written, var output, var reasoning]
            ? new Usage(input, cached, written, output, reasoning)
            : null;

    [Fact]
    public void Read_OutputBehindTheLastCount_IsNotCounted()
    {
        const string text = """{"choices":[{"delta":{"content":"a"}}]}""";
        const string counted = """{"choices":[{"delta":{"content":"a"}}],"usage":{"prompt_tokens":9,"completion_tokens":2}}""";
        Read(new OpenAiChatWire(), OpenAi(text, counted, text, "[DONE]")).Usage.ShouldBe(new Usage(9, 0, 0, 0, 0));
        Read(new OpenAiChatWire(), OpenAi(text, text, counted, "[DONE]")).Usage.ShouldBe(new Usage(9, 0, 0, 2, 0));
    }

    // vLLM's /v1/messages: the whole prompt first, and in the end how much of it the cache had.
    [Theory]
    [InlineData("{\"input_tokens\":1000,\"output_tokens\":1}")]
    [InlineData("{\"input_tokens\":1000,\"cache_read_input_tokens\":0,\"output_tokens\":1}")]
    public void Read_InputThatTurnsOutToBeCached_IsCountedOnce(string start) =>
        Read(new AnthropicWire(), Anthropic(
            $$$"""{"type":"message_start","message":{"model":"m","usage":{{{start}}}}}""",
            """{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"a"}}""",
            """{"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":100,"cache_read_input_tokens":900,"output_tokens":10}}""",
            """{"type":"message_stop"}""")).Usage.ShouldBe(new Usage(100, 900, 0, 10, 0));
}
