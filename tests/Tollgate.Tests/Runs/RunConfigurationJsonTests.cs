using System.Text.Json;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Load.Schedules;
using Tollgate.Runs.Configuration;

namespace Tollgate.Tests.Runs;

/// <summary>The JSON that run files keep of what they were told: earlier versions wrote the same.</summary>
public class RunConfigurationJsonTests
{
    private const string Measured = """
        {
          "targets": [
            {
              "name": "a",
              "wire": "openai-chat",
              "url": "http://127.0.0.1",
              "model": "m",
              "region": "emea",
              "token_limit": "max_completion_tokens",
              "stream_options": false,
              "body": {"top_k":1, "user":null},
              "end": "finish_reason",
              "headers": {
                "x-team": "***"
              },
              "price": {
                "currency": "USD",
                "input": 1.50,
                "cached_input": 0.1,
                "cache_write": 0,
                "output": 30
              }
            }
          ],
          "load": {
            "rate": "20/s",
            "arrivals": "gamma",
            "cv": 2.5,
            "ramp": "0s"
          },
          "requests": 10,
          "warmup": 4,
          "timeouts": {
            "connect": "10s",
            "first_token": "1m",
            "token_gap": "30s",
            "total": "10m"
          },
          "temperature": 0.7,
          "prompt": "\u003Cyou\u003E",
          "prompt_tokens": 200,
          "same_start": false,
          "cold": true,
          "retry": {
            "attempts": 3,
            "on": [
              "rate_limited",
              "overloaded"
            ],
            "backoff": "1s",
            "longest_wait": "1m"
          },
          "seed": 18446744073709551615,
          "max_in_flight": 10000,
          "limits": {
            "first_token": "500ms"
          },
          "transport": "auto",
          "keep_content": false
        }
        """;

    private const string Rehearsed =
        """{"suite":"desk","suite_digest":"abc","sessions":["call","bill"],"repeat":2,"seed":1,"concurrency":null,"rate_per_second":0.5,"hurry":1.5,"noise":null,"temperature":null,"targets":[{"name":"a","wire":"anthropic","url":"http://127.0.0.1","model":"m"}],"timeouts":{"connect":"10s","first_token":"1m","token_gap":"30s","total":"10m"},"post_call":true,"caller":{"model":null,"wire":null,"host":null,"replayed":"ff"},"adjudicator":{"model":"j","wire":"openai-chat","host":"h:1"},"stand_in":null,"retry":{"attempts":2,"on":["overloaded"],"backoff":"1s","longest_wait":"1m"}}""";

    [Theory]
    [InlineData(Measured, false)]
    [InlineData(Rehearsed, true)]
    public void Write_WhatWasRead_IsTheSameText(string text, bool isRehearsal)
    {
        var read = RunConfigurationJson.Read(text, isRehearsal).ShouldNotBeNull();
        RunConfigurationJson.Write(read).ShouldBe(text);
    }

    [Fact]
    public void Read_AMeasuredRun_HasTypedValues()
    {
        var read = RunConfigurationJson.Read(Measured, isRehearsal: false).ShouldBeOfType<MeasureConfiguration>();
        read.IsOpenLoop.ShouldBeTrue();
        read.Load.ShouldNotBeNull().Rate.ShouldBe(new Rate(20));
        read.Load.Arrivals.ShouldBe("gamma");
        read.WarmUp.ShouldBe(WarmUp.OfTasks(4));
        read.Limits.ShouldNotBeNull().FirstToken.ShouldBe(TimeSpan.FromMilliseconds(500));
        read.Retry.ShouldNotBeNull().On.ShouldBe([FailureKind.RateLimited, FailureKind.Overloaded]);
        read.Targets.ShouldNotBeNull()[0].Body.ShouldBe("""{"top_k":1, "user":null}""");
    }

    [Theory]
    [InlineData("", false, "warmup")]
    [InlineData("{}", true, "seed")]
    public void Read_WhatWasNotSaid_IsNoSetting(string text, bool isRehearsal, string key)
    {
        var read = RunConfigurationJson.Read(text, isRehearsal).ShouldNotBeNull();
        RunConfigurationJson.Settings(read).ContainsKey(key).ShouldBeFalse();
        read.IsOpenLoop.ShouldBeFalse();
    }

    // A file of another version may say more; two runs may differ in that as well.
    [Fact]
    public void Read_AKeyOfAnotherVersion_IsKept()
    {
        var read = RunConfigurationJson.Read("""{"cold":true,"tide":{"high":3}}""", isRehearsal: false).ShouldNotBeNull();
        RunConfigurationJson.Settings(read).Keys.ShouldBe(["cold", "tide"]);
        RunConfigurationJson.Settings(read)["tide"].GetProperty("high").GetInt32().ShouldBe(3);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{\"cold\":fal")]
    [InlineData("{\"cold\":7}")]
    [InlineData("{\"for\":\"long\"}")]
    [InlineData("{\"load\":{\"rate\":\"-1/s\"}}")]
    [InlineData("{\"warmup\":-1}")]
    [InlineData("{\"retry\":{\"on\":[\"rain\"]}}")]
    public void Read_WhatIsNotAsItMustBe_IsNull(string text) =>
        RunConfigurationJson.Read(text, isRehearsal: false).ShouldBeNull();

    [Fact]
    public void Settings_OfARun_AreThoseThatAreNotNull() =>
        RunConfigurationJson.Settings(RunConfigurationJson.Read(Rehearsed, isRehearsal: true).ShouldNotBeNull())
            .ShouldAllBe(setting => setting.Value.ValueKind != JsonValueKind.Null && setting.Key != "noise");
}
