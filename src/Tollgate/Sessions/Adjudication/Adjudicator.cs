using System.Text.Json.Nodes;
using Tollgate.Exchanges;
using Tollgate.Scores;
using Tollgate.Scores.Outcomes;
using Tollgate.Scores.Words;
using Tollgate.Sessions.Clients;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Sessions.Adjudication;

/// <summary>
/// Asks a model about the sentences of a finished call that the rules cannot judge, one by one, each with what was
/// known when it was said. What the rules decided is not asked.
/// </summary>
internal sealed class Adjudicator(Suite suite, ModelClient line, Time.MonotonicAxis axis)
{
    /// <summary>So many sentences of one call are asked about at most; the others stay undecided.</summary>
    public const int MaxSentences = 40;

    private const int MaxTokens = 200;

    private static readonly string Schema = new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["because"] = new JsonObject { ["type"] = "string" },
            ["ruling"] = new JsonObject
            {
                ["type"] = "string",
                ["enum"] = new JsonArray("grounded", "invented", "contradicted", "undecided"),
            },
        },
        ["required"] = new JsonArray("because", "ruling"),
        ["additionalProperties"] = false,
    }.ToJsonString();

    /// <summary>The transcript with the model's rulings.</summary>
    public async Task<Transcript> RuleAsync(SuiteSession session, Transcript transcript, CancellationToken ending)
    {
        var open = SessionScorer.Score(suite, session, transcript).Open;
        var rulings = new List<Ruling>();
        foreach (var claim in open.Take(MaxSentences))
        {
            if (ending.IsCancellationRequested)
            {
                break;
            }

            rulings.Add(await RuleAsync(transcript, claim, ending));
        }

        return rulings.Count == 0 ? transcript : transcript with { Rulings = rulings };
    }

    /// <summary>What the answer rules; undecided where it cannot be read.</summary>
    public static RulingKind Read(string answer) => OutsideJson.ParseWithin(answer) is { } json
        && json.TryGetProperty("ruling", out var ruling) && ruling.ValueKind == System.Text.Json.JsonValueKind.String
            ? ruling.GetString() switch
            {
                "grounded" => RulingKind.Grounded,
                "invented" => RulingKind.Invented,
                "contradicted" => RulingKind.Contradicted,
                _ => RulingKind.Undecided,
            }
            : RulingKind.Undecided;

    private async Task<Ruling> RuleAsync(Transcript transcript, OpenClaim claim, CancellationToken ending)
    {
        var agent = transcript.Entries[claim.Entry] is AgentSaid said ? said.Agent : "";
        var told = suite.Agents.TryGetValue(agent, out var its) ? its.System : "";
        var exchange = await line.AskAsync(
            PromptOf(told, transcript.Entries.Take(claim.Entry + 1), claim.Sentence), claim.Turn, axis.NowNs,
            null, [], ending);
        var words = exchange.Outcome == Outcome.Completed ? exchange.Reply.Text : "";
        return new Ruling(claim.Entry, claim.Sentence, line.Target, Read(words), words);
    }

    /// <summary>What the model is asked about a sentence of an agent.</summary>
    /// <param name="told">What the agent was told.</param>
    /// <param name="until">What was said and done in the call, the agent's words with the sentence last.</param>
    public static Prompt PromptOf(string told, IEnumerable<TranscriptEntry> until, string sentence)
    {
        var text = new StringBuilder("What the agent was told:\n").Append(told.Trim())
            .Append("\n\nThe call until then:\n");
        foreach (var entry in until)
        {
            _ = entry switch
            {
                CallerSaid { Kind: not SpeechKind.Backchannel } caller => text.Append($"Caller: {caller.Said}\n"),
                AgentSaid { Heard.Length: > 0 } words => text.Append($"Agent: {words.Heard}\n"),
                ToolRan ran => text.Append($"Tool {ran.Tool} {ran.ArgumentsJson} answered: {ran.ResultJson}\n"),
                HandedOver over => text.Append($"(The call goes from {over.From} to {over.To}.)\n"),
                _ => text,
            };
        }

        text.Append("\nThe sentence: ").Append(sentence);
        return new Prompt
        {
            System = "You check what a telephone agent said to a caller. Rule on one sentence of the agent, by what was known when it was said: "
                + "grounded, where it stands in or follows from what the agent was told, what tools answered or what the caller said, or claims nothing that could be false; "
                + "invented, where it claims something that stands nowhere, or something done that no tool did; "
                + "contradicted, where what was told or answered says otherwise; undecided, where you cannot tell. Answer with JSON alone.",
            Messages = [new Message(Role.User, text.ToString())],
            OutputSchemaJson = Schema,
            MaxOutputTokens = MaxTokens,
            Temperature = 0,
        };
    }
}
