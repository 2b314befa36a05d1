using System.Text.Json.Nodes;
using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Schemas;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Sessions.Tools;

/// <summary>
/// Runs the tools of one session: checks a call, lets befall it what the brief or chance has in store, and carries it
/// out against the session's records. Not thread-safe.
/// </summary>
internal sealed class ToolSimulator(Suite suite, SuiteSession session, RandomStream random)
{
    private readonly RecordStore records = new(session.Tables, suite.Now);
    private readonly List<(ToolFault Fault, int Left)> planned = [];
    private ulong calls;

    /// <summary>From now on these faults befall the tools that they name.</summary>
    public void Schedule(IEnumerable<ToolFault> faults) =>
        planned.AddRange(faults.Select(fault => (fault, fault.Times)));

    /// <summary>Carries a call out at once, and says when its answer is to come.</summary>
    public ToolOutcome Run(SuiteAgent agent, ToolCall call)
    {
        // Each call has draws of its own, so that one more call changes no other's chance.
        var draws = random.Fork(calls++);
        if (!agent.Tools.Contains(call.Name) || !suite.Tools.TryGetValue(call.Name, out var tool))
        {
            return Refusal(ToolStatus.UnknownTool, $"there is no tool {call.Name}");
        }

        // Models leave out the arguments of a tool that has none.
        var given = call.ArgumentsJson.Length == 0 ? "{}" : call.ArgumentsJson;
        if (OutsideJson.Parse(given) is not { ValueKind: JsonValueKind.Object } arguments)
        {
            return Refusal(ToolStatus.BadArguments, "the arguments are no JSON object");
        }

        if (ArgumentSchema.Of(tool.ParametersJson).Check(arguments) is { Count: > 0 } problems)
        {
            return Refusal(ToolStatus.BadArguments, problems[0].Message);
        }

        var (fromNs, toNs) = (tool.LatencyFrom.Ticks * 100, tool.LatencyTo.Ticks * 100);
        var latencyNs = fromNs + (long)(draws.NextDouble() * (toNs - fromNs));
        var kind = FaultOf(tool.Name, draws);
        if (kind == ToolFaultKind.Slow)
        {
            latencyNs = Math.Max(latencyNs, toNs) * 4;
        }

        var timeoutNs = tool.Timeout.Ticks * 100;
        if (kind == ToolFaultKind.TimeOut || latencyNs > timeoutNs)
        {
            return new ToolOutcome(ToolStatus.TimedOut, Error($"{tool.Name} did not answer in time"), timeoutNs);
        }

        if (kind == ToolFaultKind.Fail)
        {
            return new ToolOutcome(ToolStatus.Failed, Error($"{tool.Name} failed: internal error"), latencyNs);
        }

        var (result, changes) = records.Run(tool, arguments);
        return kind switch
        {
            ToolFaultKind.AnswerTwice => new ToolOutcome(ToolStatus.Answered, result, latencyNs)
            {
                Changes = changes,
                Later = result,
            },
            ToolFaultKind.PartialFirst => new ToolOutcome(ToolStatus.Answered, Partial(result), latencyNs)
            {
                Changes = changes,
                Later = result,
            },
            _ => new ToolOutcome(ToolStatus.Answered, result, latencyNs) { Changes = changes },
        };
    }

    /// <summary>What a call that is not carried out is answered with.</summary>
    public static ToolOutcome Refusal(ToolStatus status, string why) => new(status, Error(why), 0);

    private static string Error(string why) => new JsonObject { ["ok"] = false, ["error"] = why }.ToJsonString();

    // The first half of what was found, marked as such.
    private static string Partial(string resultJson)
    {
        var result = JsonNode.Parse(resultJson)!.AsObject(); // A tool answers an object.
        if (result["records"] is JsonArray { Count: > 1 } found)
        {
            var half = (found.Count + 1) / 2;
            while (found.Count > half)
            {
                found.RemoveAt(found.Count - 1);
            }
        }
        else
        {
            result.Clear();
        }

        result["partial"] = true;
        return result.ToJsonString();
    }

    private ToolFaultKind? FaultOf(string tool, RandomStream draws)
    {
        for (var i = 0; i < planned.Count; i++)
        {
            if (planned[i].Fault.Tool == tool && planned[i].Left > 0)
            {
                planned[i] = (planned[i].Fault, planned[i].Left - 1);
                return planned[i].Fault.Kind;
            }
        }

        var at = draws.NextDouble();
        var rates = suite.FaultRates;
        foreach (var (kind, rate) in new[]
        {
            (ToolFaultKind.Slow, rates.Slow), (ToolFaultKind.TimeOut, rates.TimeOut), (ToolFaultKind.Fail, rates.Fail),
            (ToolFaultKind.AnswerTwice, rates.AnswerTwice), (ToolFaultKind.PartialFirst, rates.PartialFirst),
        })
        {
            if (at < rate)
            {
                return kind;
            }

            at -= rate;
        }

        return null;
    }
}
