using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Load.Schedules.Processes;
using Tollgate.Plans;
using Tollgate.Runs.Configuration;
using Tollgate.Workflows.Recording;

namespace Tollgate.Tests.Plans;

public sealed class PlanReaderTests : IDisposable
{
    private const string Good = """
        targets:
          - name: a
            wire: openai-chat
            url: https://api.example.com/v1
            model: m
        requests: 10
        """;

    private const string Leak = "sk-live-0123456789abcdef0123456789abcdef";

    private readonly string folder = Directory.CreateTempSubdirectory("tollgate-plans").FullName;

    public static TheoryData<string, string> Wrong => new()
    {
        // No YAML, and no plan.
        { "", "p.yaml:1:1: the file is empty; expected a plan" },
        { "- a", "p.yaml:1:1: found a list; expected the plan, a mapping with keys such as `targets`" },
        { "just words", "p.yaml:1:1: found a value; expected the plan, a mapping with keys such as `targets`" },
        { Good + "\n---\nx: 1", "p.yaml:7:1: the file is no YAML: found a second document; expected one in a file" },
        {
            Good + "\nload: { rate: ${RATE} }",
            "p.yaml:7:16: the file is no YAML: while parsing a flow mapping, did not find expected ',' or '}'; "
                + "between braces a "
                + "variable stands in quotes, as in \"${NAME}\""
        },
        { Good + "\nseed: *nobody", "p.yaml:7:7: the file is no YAML: the alias *nobody has no anchor before it" },
        // Keys that there are not, with the one that was meant.
        { Good + "\nrequets: 3", "p.yaml:7:1: the plan has no key `requets`; did you mean `requests`?" },
        { Good.Replace("model: m", "model: m\n    modle: n"), "p.yaml:6:5: a target has no key `modle`; did you "
            + "mean `model`?" },
        {
            Good + "\nlimits: { speed: 3 }",
            "p.yaml:7:11: the limits has no key `speed`; expected one of first_token, gap, task"
        },
        { Good + "\nload: { conurrency: 3 }", "p.yaml:7:9: a load has no key `conurrency`; did you mean "
            + "`concurrency`?" },
        // The same key twice.
        { Good + "\nrequests: 3", "p.yaml:7:1: the key `requests` is there twice; the first is in line 6" },
        // Units.
        { Good + "\nfor: 30", "p.yaml:7:6: found \"30\"; expected a duration such as 500ms, 30s, 2m or 1h, above "
            + "zero" },
        { Good + "\nfor: 30 sec", "p.yaml:7:6: found \"30 sec\"; expected a duration such as 500ms, 30s, 2m or 1h, "
            + "above zero" },
        { Good + "\nfor: 0s", "p.yaml:7:6: found \"0s\"; expected a duration such as 500ms, 30s, 2m or 1h, above "
            + "zero" },
        { Good + "\nload: { rate: 5 }", "p.yaml:7:15: found \"5\"; expected a rate such as 5/s or 300/m" },
        { Good + "\nload: { rate: 5/week }", "p.yaml:7:15: found \"5/week\"; expected a rate such as 5/s or 300/m" },
        { Good + "\nload: { rate: 0/s }", "p.yaml:7:15: found \"0/s\"; expected a rate such as 5/s or 300/m" },
        {
            Good + "\nwarmup: a bit",
            "p.yaml:7:9: found \"a bit\"; expected a number of requests such as 10, or a duration such as 500ms, "
                + "30s, 2m or 1h"
        },
        // Headers that the transport writes; money beyond any price.
        {
            Good.Replace("model: m", "model: m\n    headers: { Content-Length: 7 }"),
            "p.yaml:6:16: the header `Content-Length` is written by the transport; expected another"
        },
        {
            Good.Replace("model: m", "model: m\n    price: { currency: USD, input: 1, output: 1000000001 }"),
            "p.yaml:6:47: found \"1000000001\"; expected a price for a million tokens, such as 1.25"
        },
        // How a target wants its requests.
        {
            Good.Replace("model: m", "model: m\n    token_limit: max"),
            "p.yaml:6:18: found \"max\"; expected max_tokens, max_completion_tokens or none"
        },
        {
            Good.Replace("model: m", "model: m\n    stream_options: false").Replace("openai-chat", "anthropic"),
            "p.yaml:6:5: `stream_options` is given with the wire anthropic, which has no such choice"
        },
        {
            Good.Replace("model: m", "model: m\n    body: { top_k: 1, messages: [] }"),
            "p.yaml:6:11: found the field `messages`, which Tollgate writes; expected other fields"
        },
        {
            Good.Replace("model: m", "model: m\n    body: [top_k]"),
            "p.yaml:6:11: found a list; expected a mapping of the body's further fields"
        },
        {
            Good.Replace("model: m", "model: m\n    end: stop"),
            "p.yaml:6:10: found \"stop\"; expected marker or finish_reason"
        },
        // Types.
        { Good + "\ncold: yes", "p.yaml:7:7: found \"yes\"; expected true or false" },
        { Good + "\ncold: [true]", "p.yaml:7:7: found a list; expected true or false" },
        { Good + "\nseed:", "p.yaml:7:6: found nothing; expected a whole number from 0 to 9223372036854775807" },
        { Good + "\nmax_tokens: 1.5", "p.yaml:7:13: found \"1.5\"; expected a whole number from 1 to 10000000" },
        { Good + "\ntemperature: hot", "p.yaml:7:14: found \"hot\"; expected a number from 0 to 2" },
        { Good + "\ntransport: tcp", "p.yaml:7:12: found \"tcp\"; expected auto, direct or handler" },
        { Good + "\nretry: 3", "p.yaml:7:8: found a value; expected a retry rule, a mapping with keys such as "
            + "`attempts`" },
        {
            Good + "\nretry: { on: [slow] }",
            "p.yaml:7:15: found \"slow\"; expected a failure such as rate_limited or overloaded"
        },
        { Good + "\nprompt: [a]", "p.yaml:7:9: found a list; expected a text" },
        { Good + "\nprompts: none.txt", "p.yaml:7:10: there is no file \"none.txt\"" },
        // Targets.
        { "requests: 1", "p.yaml:1:1: the plan has no `targets`; expected a list of one target or more" },
        { "targets: []\nrequests: 1", "p.yaml:1:10: found an empty list; expected a list of one target or more" },
        { "targets: x\nrequests: 1", "p.yaml:1:10: found a value; expected a list of one target or more" },
        { Good.Replace("    model: m\n", ""), "p.yaml:2:5: the target has no `model`; expected name, wire, url and "
            + "model" },
        { Good.Replace("openai-chat", "openai"), "p.yaml:3:11: found \"openai\"; expected one of openai-chat, openai-responses, anthropic" },
        {
            Good.Replace("requests", "  - { name: a, wire: anthropic, url: 'http://x', model: n }\nrequests"),
            "p.yaml:6:13: there is a target of this name already, in line 2; expected a name of its own"
        },
        {
            Good.Replace("model: m", "model: m\n    price: { currency: dollars, input: 1, output: 1 }"),
            "p.yaml:6:24: found \"dollars\"; expected three capital letters such as USD"
        },
        {
            Good.Replace("model: m", "model: m\n    price: { currency: USD, input: -1, output: 1 }"),
            "p.yaml:6:36: found \"-1\"; expected a price for a million tokens, such as 1.25"
        },
        // URLs.
        {
            Good.Replace("https://api", "api"),
            "p.yaml:4:10: found \"api.example.com/v1\", without a scheme; expected a URL that starts with https:// "
                + "or http://, "
                + "such as https://api.openai.com/v1"
        },
        { Good.Replace("https", "ftp"), "p.yaml:4:10: found the scheme ftp; expected https or http" },
        {
            Good.Replace("https://api.example.com/v1", "https://"),
            "p.yaml:4:10: found \"https://\", which is no URL; expected one such as https://api.openai.com/v1"
        },
        {
            Good.Replace("https://", $"https://user:{Leak}@"),
            "p.yaml:4:10: found a URL with credentials or a fragment; expected the base URL alone, with the key under "
                + "`key`"
        },
        {
            Good.Replace("https://", $"user:{Leak}@"),
            "p.yaml:4:10: found a URL, which is not shown since it may hold a key, without a scheme; expected a URL "
                + "that "
                + "starts with https:// or http://, such as https://api.openai.com/v1"
        },
        {
            Good.Replace("/v1", $"/v1?key={Leak}"),
            "p.yaml:4:10: found a URL with a key in its query, as key; expected the key under `key` or in a header, "
                + "since URLs are logged on their way"
        },
        // Keys and variables: names are shown, values never.
        {
            Good.Replace("model: m", $"model: m\n    key: {Leak}"),
            "p.yaml:6:10: found something else, which is not shown; expected a variable such as ${OPENAI_API_KEY}, "
                + "so that "
                + "no key stands in a file"
        },
        {
            Good.Replace("model: m", "model: m\n    key: ${NONE}"),
            "p.yaml:6:10: the variable ${NONE} is not set; expected it in the environment"
        },
        {
            Good.Replace("model: m", "model: m\n    key: ${EMPTY}"),
            "p.yaml:6:10: found the value of ${EMPTY}, which is not shown, and is empty or has a character such as "
                + "a line "
                + "break; expected visible characters"
        },
        {
            Good.Replace("model: m", "model: m\n    key: ${TWO_LINES}"),
            "p.yaml:6:10: found the value of ${TWO_LINES}, which is not shown, and is empty or has a character such "
                + "as a "
                + "line break; expected visible characters"
        },
        {
            Good.Replace("https://api.example.com/v1", "${LEAK}"),
            "p.yaml:4:10: found the value of ${LEAK}, which is not shown; expected a base URL without credentials, "
                + "such as "
                + "https://api.openai.com/v1"
        },
        {
            Good + "\nfor: ${LEAK}",
            "p.yaml:7:6: found the value of ${LEAK}, which is not shown; expected a duration such as 500ms, 30s, 2m "
                + "or 1h, "
                + "above zero"
        },
        { Good + "\nfor: ${LEAK", "p.yaml:7:6: found ${ that begins no variable; expected one such as ${OPENAI_API_KEY}" },
        // The plan as a whole.
        {
            Good.Replace("requests: 10", "seed: 1"),
            "p.yaml:1:1: neither `requests` nor `for` is given; expected one of them, such as `requests: 100`"
        },
        {
            Good + "\nload: { rate: 5/s, concurrency: 3 }",
            "p.yaml:7:9: `concurrency` and `rate` are both given; expected one of concurrency, rate and trace"
        },
        { Good + "\nload: { rate: 5/s, speed: 3 }", "p.yaml:7:20: `speed` is given without `trace`; expected both "
            + "or neither" },
        { Good + "\nprompt: a\nprompts: p.yaml", "p.yaml:8:1: `prompt` and `prompts` are both given; expected one "
            + "of them" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Parse_AWrongPlan_SaysWhereAndWhatWasExpected(string text, string expected)
    {
        var result = Parse(text);
        result.Plan.ShouldBeNull();
        var messages = result.Errors.Select(error => error.ToString()).ToArray();
        messages.ShouldContain(expected);
        string.Join("\n", messages).ShouldNotContain(Leak);
    }

    [Fact]
    public void Parse_SeveralErrors_AreAllThereInTheOrderOfTheFile()
    {
        var result = Parse("""
            targets:
              - name: a
                wire: telex
                url: example.com
                model: ${NONE}
                hedaers: {}
            load: { rate: fast, arrivals: uniform }
            for: 30
            """);
        result.Errors.Select(error => error.Line).ShouldBe([3, 4, 5, 6, 7, 7, 8]);
    }

    [Fact]
    public void Parse_EverythingGiven_IsAllInThePlan()
    {
        File.WriteAllText(Path.Combine(folder, "prices.yaml"), "m2: { currency: EUR, input: 2, output: 8 }\n");
        var plan = ParsePlan("""
            targets:
              - name: a
                wire: openai-chat
                url: https://${HOST}/v1
                model: m
                region: us-east
                tier: priority
                key: ${LEAK}
                headers: { X-Org: "${ORG}", X-Beta: tools }
                price: { currency: USD, input: 1.25, cached_input: 0.125, cache_write: 2, output: 10 }
                token_limit: max_completion_tokens
                stream_options: false
                body: { top_k: 1, tag: "1", stop: [a, b], user: null }
                end: finish_reason
              - { name: b, wire: anthropic, url: "http://127.0.0.1:8080", model: m2 }
            prices: prices.yaml
            load: { rate: 300/m, arrivals: gamma, cv: 2.5, ramp: 10s }
            requests: 100
            for: 1.5m
            warmup: 5s
            timeouts: { connect: 1s, first_token: 2s, token_gap: 3s, total: 4s }
            max_tokens: 77
            temperature: 0.5
            prompt: Tell me of ${this}.
            cold: true
            retry: { attempts: 5, on: [rate_limited, reset_mid_stream], backoff: 250ms, longest_wait: 30s }
            seed: 12345
            max_in_flight: 50
            limits: { first_token: 800ms, gap: 250ms, task: 20s }
            transport: handler
            keep_content: true
            """);
        plan.Targets.Count.ShouldBe(2);
        var a = plan.Targets[0];
        a.Url.ShouldBe(new Uri("https://api.example.com/v1"));
        a.ApiKey.Reveal().ShouldBe(Leak);
        a.Headers["x-org"].Reveal().ShouldBe("org-secret");
        a.Headers["X-Beta"].Reveal().ShouldBe("tools");
        a.Region.ShouldBe("us-east");
        a.Tier.ShouldBe("priority");
        a.Price.ShouldBe(new Price("USD", 1.25m, 0.125m, 2m, 10m));
        a.Request.ShouldBe(new RequestForm
        {
            TokenLimit = TokenLimit.MaxCompletionTokens,
            StreamOptions = false,
            BodyJson = """{"top_k":1,"tag":"1","stop":["a","b"],"user":null}""",
        });
        a.End.ShouldBe(StreamEnd.FinishReason);
        Resolved(plan).ShouldContain("\"token_limit\": \"max_completion_tokens\"");
        Resolved(plan).ShouldContain("\"body\": {\"top_k\":1,");
        Resolved(plan).ShouldContain("\"end\": \"finish_reason\"");
        (plan.Targets[1].Request, plan.Targets[1].End).ShouldBe((RequestForm.Default, StreamEnd.Marker));
        plan.Targets[1].Price.ShouldBe(new Price("EUR", 2m, 2m, 2m, 8m));
        plan.Load.ShouldBe(new PlanLoad
        {
            Rate = new Rate(5),
            Arrivals = new Arrivals(ArrivalProcesses.Find("gamma").ShouldNotBeNull(), 2.5),
            Ramp = TimeSpan.FromSeconds(10),
        });
        plan.Requests.ShouldBe(100);
        plan.For.ShouldBe(TimeSpan.FromSeconds(90));
        plan.WarmUp.ShouldBe(WarmUp.OfTime(TimeSpan.FromSeconds(5)));
        plan.Timeouts.ShouldBe(new Tollgate.Transport.Timeouts(
            TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(4)));
        plan.MaxTokens.ShouldBe(77);
        plan.Temperature.ShouldBe(0.5);
        plan.Prompt.ShouldBe("Tell me of ${this}.");
        plan.Cold.ShouldBeTrue();
        plan.Retry!.Attempts.ShouldBe(5);
        plan.Retry.On.Order().ShouldBe([FailureKind.RateLimited, FailureKind.ResetMidStream]);
        plan.Retry.Backoff.ShouldBe(TimeSpan.FromMilliseconds(250));
        plan.Seed.ShouldBe(12345ul);
        plan.MaxInFlight.ShouldBe(50);
        plan.Limits.ShouldBe(new PlanLimits(
            TimeSpan.FromMilliseconds(800), TimeSpan.FromMilliseconds(250), TimeSpan.FromSeconds(20)));
        plan.Transport.ShouldBe(TransportChoice.Handler);
        plan.KeepContent.ShouldBeTrue();
    }

    private static string Resolved(Plan plan) => RunConfigurationJson.Write(RunConfigurations.Of(plan));

    [Fact]
    public void GivenTextAndConfiguration_OfAPlan_HoldNoSecret()
    {
        var plan = ParsePlan($$"""
            # key: {{Leak}} was the old one, and so was sk-ant-api03-abcdefghijklmnopqrstuvwxyz
            # the organisation is org-secret
            targets:
              - name: a
                wire: openai-chat
                url: https://api.example.com/v1
                model: m
                key: ${LEAK}
                headers: { X-Org: "${ORG}", X-Literal: literal-secret, X-Quoted: "quoted-secret" }
            requests: 10 # and the rest is as it was
            """);
        foreach (var text in new[] { plan.GivenText, Resolved(plan), plan.ToString() })
        {
            text.ShouldNotContain(Leak);
            text.ShouldNotContain("abcdefghij");
            text.ShouldNotContain("-secret");
        }

        plan.GivenText.ShouldContain("""headers: { X-Org: "${ORG}", X-Literal: "***", X-Quoted: "***" }""");
        plan.GivenText.ShouldContain("key: ${LEAK}");
        plan.GivenText.ShouldContain("requests: 10 # and the rest is as it was");
        Resolved(plan).ShouldContain("\"X-Literal\": \"***\"");
        Resolved(plan).ShouldContain("\"first_token\": \"1m\"");
    }

    [Fact]
    public void Parse_APriceBookWithErrors_NamesItsOwnLines()
    {
        var book = Path.Combine(folder, "prices.yaml");
        File.WriteAllText(book, "m:\n  currency: USD\n  inptu: 3\n");
        Parse(Good + "\nprices: prices.yaml").Errors.Select(error => error.ToString()).ShouldBe([
            $"{book}:2:3: the price has no `input`; expected currency, input and output",
            $"{book}:2:3: the price has no `output`; expected currency, input and output",
            $"{book}:3:3: a price has no key `inptu`; did you mean `input`?",
        ]);
    }

    [Fact]
    public void Parse_APriceThatIsAFile_IsLookedUpByModel()
    {
        File.WriteAllText(Path.Combine(folder, "prices.yaml"), "m: { currency: EUR, input: 2, output: 8 }\n");
        ParsePlan(Good.Replace("model: m", "model: m\n    price: prices.yaml")).Targets[0].Price
            .ShouldBe(new Price("EUR", 2m, 2m, 2m, 8m));
        Parse(Good.Replace("model: m", "model: n\n    price: prices.yaml")).Errors.ShouldHaveSingleItem().ToString()
            .ShouldBe("p.yaml:6:12: the price book has no model \"n\"; expected its price there");
    }

    // A plan for one run after another, each with its own length.
    [Fact]
    public void Parse_APlanThatFlagsMakeWhole_IsJudgedAsAWhole()
    {
        var open = Good.Replace("\nrequests: 10", "");
        open.ShouldNotBe(Good);
        Parse(open).Errors.ShouldHaveSingleItem().Message.ShouldStartWith("neither `requests` nor `for` is given");
        PlanReader.Parse(open, "p.yaml", "", Environment, complete: plan => plan with { Requests = 3 }).Plan.ShouldNotBeNull()
            .Requests.ShouldBe(3);
        PlanReader.Parse(
                Good, "p.yaml", "", Environment, complete: plan => plan with { Prompt = "a", PromptsFile = "b" })
            .Errors.ShouldHaveSingleItem().Message.ShouldStartWith("`prompt` and `prompts` are both given");
    }

    [Fact]
    public void Read_NoSuchFile_SaysSo() =>
        PlanReader.Read("none.yaml", _ => null).Errors.ShouldHaveSingleItem().ToString()
            .ShouldBe("none.yaml: there is no file \"none.yaml\"; expected a plan");

    [Fact]
    public void Parse_TabsAndOpenBrackets_AreOneErrorWithItsPlace()
    {
        foreach (var text in new[] { "targets:\n\t- name: a", "targets: [", "a: b: c", "\"", "targets: {a: [}" })
        {
            var error = Parse(text).Errors.ShouldHaveSingleItem();
            error.Message.ShouldStartWith("the file is no YAML: ");
            error.Message.ShouldNotContain("\n");
            error.Line.ShouldNotBeNull();
        }
    }

    [Fact]
    public void Parse_NestedWithoutEnd_IsAnErrorAndNoCrash() =>
        Parse(new string('[', 100_000)).Errors.ShouldHaveSingleItem();

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string? Environment(string name) => name switch
    {
        "LEAK" => Leak,
        "HOST" => "api.example.com",
        "ORG" => "org-secret",
        "EMPTY" => "",
        "TWO_LINES" => Leak + "\n",
        _ => null,
    };

    private PlanResult Parse(string text) => PlanReader.Parse(
        text, "p.yaml", text.Contains("prices.yaml") ? folder : "", Environment,
        new PlanAllowances(new HashSet<string> { "LEAK", "HOST", "ORG", "EMPTY", "TWO_LINES" }, false));

    private Plan ParsePlan(string text)
    {
        var result = Parse(text);
        result.Errors.ShouldBeEmpty();
        return result.Plan.ShouldNotBeNull();
    }
}
