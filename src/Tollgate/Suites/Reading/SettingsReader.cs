using Tollgate.Input;
using Tollgate.Suites.Reading.Drafts;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading;

/// <summary>Reads what holds for all sessions of a suite.</summary>
internal static class SettingsReader
{
    public static string[] VoiceKeys { get; } =
    [
        "words_per_minute", "endpointing", "recognition", "synthesis", "network", "caller_pause", "budget", "patience",
    ];

    public static string[] LimitKeys { get; } =
        ["turns", "exchanges_per_turn", "calls_per_exchange", "max_tokens"];

    public static string[] FaultKeys { get; } = ["slow", "time_out", "fail", "answer_twice", "partial_first"];

    public static string[] PostCallKeys { get; } = ["instructions", "questions"];

    public static Voice ReadVoice(ReadContext draft, YamlNode? node)
    {
        var voice = new Voice();
        if (node is null || YamlMap.Of(draft.Context, node, "the voice", VoiceKeys) is not { } map)
        {
            return voice;
        }

        return new Voice
        {
            WordsPerMinute = map.Number("words_per_minute", 60, 400) ?? voice.WordsPerMinute,
            Endpointing = map.Duration("endpointing", zero: true) ?? voice.Endpointing,
            Recognition = map.Duration("recognition", zero: true) ?? voice.Recognition,
            Synthesis = map.Duration("synthesis", zero: true) ?? voice.Synthesis,
            Network = map.Duration("network", zero: true) ?? voice.Network,
            CallerPause = map.Duration("caller_pause", zero: true) ?? voice.CallerPause,
            Budget = map.Duration("budget") ?? voice.Budget,
            HangUpTimeout = map.Duration("patience") ?? voice.HangUpTimeout,
        };
    }

    public static SessionLimits ReadLimits(ReadContext draft, YamlNode? node)
    {
        var limits = new SessionLimits();
        if (node is null || YamlMap.Of(draft.Context, node, "the limits", LimitKeys) is not { } map)
        {
            return limits;
        }

        return new SessionLimits
        {
            Turns = (int?)map.Whole("turns", 1, 1_000) ?? limits.Turns,
            ExchangesPerTurn = (int?)map.Whole("exchanges_per_turn", 1, 100) ?? limits.ExchangesPerTurn,
            CallsPerExchange = (int?)map.Whole("calls_per_exchange", 1, 100) ?? limits.CallsPerExchange,
            MaxTokens = (int?)map.Whole("max_tokens", 1, 1_000_000) ?? limits.MaxTokens,
        };
    }

    public static ToolFaultRates ReadFaultRates(ReadContext draft, YamlNode? node)
    {
        if (node is null || YamlMap.Of(draft.Context, node, "the fault rates", FaultKeys) is not { } map)
        {
            return new ToolFaultRates();
        }

        double Rate(string key) => map.Number(key, 0, 1) ?? 0;
        var rates = new ToolFaultRates
        {
            Slow = Rate("slow"),
            TimeOut = Rate("time_out"),
            Fail = Rate("fail"),
            AnswerTwice = Rate("answer_twice"),
            PartialFirst = Rate("partial_first"),
        };
        if (rates.Slow + rates.TimeOut + rates.Fail + rates.AnswerTwice + rates.PartialFirst > 1)
        {
            draft.Fail(node, "the fault rates add up to more than 1; expected shares of all calls");
        }

        return rates;
    }

    public static PostCall? ReadPostCall(ReadContext draft, YamlNode? node)
    {
        if (node is null || YamlMap.Of(draft.Context, node, "the post-call work", PostCallKeys) is not { } map)
        {
            return null;
        }

        var questions = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var (name, at, answers) in draft.Entries(map.ValueOf("questions"), "questions with their answers"))
        {
            SuiteRootReader.CheckName(draft, at, "a question's name");
            questions[name] = Texts(draft, answers);
            if (questions[name].Distinct().Count() is var count && (count < 2 || count < questions[name].Count))
            {
                draft.Fail(answers, $"the question `{name}` has {count} different answers of {questions[name].Count}; "
                    + "expected two or more, each once");
            }
        }

        if (questions.Count == 0)
        {
            draft.Fail(map.KeyAt("questions"), "the post-call work has no `questions`; expected one or more");
        }

        return new PostCall(
            map.Verbatim("instructions") ?? "Read the transcript of a call and answer the questions about it.", questions);
    }

    /// <summary>A list of texts that are not empty.</summary>
    public static IReadOnlyList<string> Texts(ReadContext draft, YamlNode? node) =>
        [.. draft.Items(node, "a list of texts").Select(item => draft.Word(item, "a text")).OfType<string>()];
}
