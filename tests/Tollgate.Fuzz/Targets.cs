using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Tollgate.Acts;
using Tollgate.Callers.Lines;
using Tollgate.Callers.Wishes;
using Tollgate.Exchanges;
using Tollgate.Gate.Evidence;
using Tollgate.Gate.Judging;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Input;
using Tollgate.Language;
using Tollgate.Language.Words;
using Tollgate.Load.Traces;
using Tollgate.Plans;
using Tollgate.Plans.PromptFormats;
using Tollgate.Reports.Json;
using Tollgate.Reports.Json.Scores;
using Tollgate.Results;
using Tollgate.Runs;
using Tollgate.Runs.Configuration;
using Tollgate.Runs.Records;
using Tollgate.Runs.Storage;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Oracles;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Server;
using Tollgate.Simulator.Truth;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Importing.Bfcl;
using Tollgate.Suites.Importing.Sgd;
using Tollgate.Suites.Importing.Tau2;
using Tollgate.Suites.Reading;
using Tollgate.Suites.Schemas;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;
using Tollgate.Transport;
using Tollgate.Transport.Direct;
using Tollgate.Unicode;
using Tollgate.Values;
using Tollgate.Wires.Answers;
using Tollgate.Wires.Catalog;
using Tollgate.Workflows.Recording;

namespace Tollgate.Fuzz;

/// <summary>Every reader of every input.</summary>
internal static class Targets
{
    private const string Divider = "\n=====\n";
    private const int MaxTurns = 40;

    private static readonly ImportOptions Few = new() { Most = 2 };

    private static readonly DateTime Now = new(2026, 3, 2, 9, 15, 0);

    private static readonly string[] Yaml = ["- ", "name: ", "*", "&x ", "{ ", "[ ", "\"${KEY}\"", "\n  "];

    private static readonly string[] Http =
    [
        "\r\n", "\r\n\r\n", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "HTTP/1.1 ", "200", "7fffffff\r\n", "0\r\n\r\n",
        "content-encoding: gzip\r\n", "connection: close\r\n", "expect: 100-continue\r\n", "x-simulate: huge-event\r\n",
        "x-simulate: gzip, tokens-per-event=9\r\n", "x-dictate: eyJ0ZXh0IjoiYSIsImNhbGxzIjpbXX0\r\n",
    ];

    private static readonly string[] Json =
        ["\"type\":", "\"index\":", "\"content\":", "\"role\":", "\"id\":", "\"name\":", "\"arguments\":", "\"function\":", "null,"];

    private static readonly string[] Said =
        ["March third ", "ten thirty ", "seven seven ", "$120 ", "Dr. ", "not found. ", "? ", "A P T ", "\u2014"];

    private static readonly string[] Turns =
    [
        .. Said, "Could you ", "What's your ", "Is that right?", "Just to confirm, ", "Anything else?", "Goodbye.", "or ", "one moment", "'s ",
        "You're booked", "I can't ", "spell that", "\n",
    ];

    private static readonly Lazy<Suite> Lab = Load("Seeds", "suite", "lab.yaml");

    // One that is shipped, and callers who were drawn from it.
    private static readonly Lazy<Suite> Clinic = Load("Suites", "healthcare.yaml");
    private static readonly Lazy<IReadOnlyList<SuiteSession>> Callers = new(static () => BriefDrawer.Draw(Clinic.Value, 8, 20260302));

    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("yaml", static bytes => YamlTree.Read(Text(bytes), "f", "a file", []), Yaml),
        new("plan", ReadPlan, [.. Yaml, "rate: 5/s", "load: ", "trace: t.csv", "retry: ", "url: http://[::1]/", "price: "]),
        new("prices", static bytes => PriceBook.Parse(new YamlContext("f", "", Environment), Text(bytes)), Yaml),
        new("suite", ReadSuite, [.. Yaml, "any_of: [", "pattern: \"(\"", "expect: ", "missing: ", "records: ", "{x}", "{x.spoken}"]),
        new("rubric", static bytes => RubricReader.Read(Text(bytes), "f"), [.. Yaml, "5%", "30 ms", "wins: ", "looks: 3"]),
        new("profile", ReadProfile, [.. Yaml, "p5: ", "regions: ", "limits: ", "capacity: "]),
        new("prompts", static bytes => PromptFile.Parse(Text(bytes), "f", []), Json),
        new("trace", static bytes => TraceReader.Read(new StringReader(Text(bytes)), "f"), "TIMESTAMP,ContextTokens,GeneratedTokens", "+00:00", "Z", ","),
        new("transcripts", ReadTranscripts,
            [.. Json, "\"tool_calls\":[", "\"tool_call_id\":", "\"tool_use\"", "\"tool_result\"", "\"messages\":[", "\"turn\":", "\"at_ms\":"]),
        new("transcript-json", ReadTranscriptJson, [.. Json, "\"what\":\"agent_said\",", "\"entries\":["]),
        new("sgd", ReadSgd, Json),
        new("tau2", ReadTau2, [.. Json, "\"evaluation_criteria\":{", "\"actions\":[", "\"instructions\":{", "\"user_scenario\":{"])
        {
            MoreSeeds = static () => [Joined("Tau2", "tasks.json", "policy.md", "db.json")],
        },
        new("bfcl", ReadBfcl, [.. Json, "\"question\":[[", "\"ground_truth\":[", "\"properties\":{", "\"type\":\"dict\"", "\n"])
        {
            MoreSeeds = static () => [Joined("Bfcl", "questions.json", "answers.json")],
        },
        new("numbers", static bytes => NumberFile.Read(Text(bytes), "f"), "session,value", ",", "#2", "\""),
        new("ledger", ReadLedger, Json),
        new("run", ReadRun, "SQLite format 3\0", "exchanges") { MoreSeeds = RunSeeds.Make },
        new("events-openai", static bytes => ReadEvents("openai-chat", bytes), [.. Json, "data: ", "data: [DONE]\n\n", "event: error\n", ": ping\n\n"]),
        new("events-responses", static bytes => ReadEvents("openai-responses", bytes), [.. Json, "data: ", "event: response.completed\n", "event: error\n"]),
        new("events-anthropic", static bytes => ReadEvents("anthropic", bytes), [.. Json, "data: ", "event: message_stop\n", "event: error\n"]),
        new("response", ReadResponse, Http),
        new("server", ReadRequests, [.. Http, .. Json, "/v1/messages", "/v1/models", "\"stream\":true,"]),
        new("dictation", static bytes => ScriptedReply.Read(Encoding.Latin1.GetString(bytes))),
        new("schema", CheckSchema, [.. Json, "\"properties\":{", "\"$ref\":\"#\"", "\"anyOf\":[", "\"pattern\":\"", "\"enum\":["]),
        new("values", CompareValues, "2026-03-05T10:00", "March 5th", "$1,200.50", "+1 312", "noon", "10:00 am", "\"a\",", "[1,2]"),
        new("claims", ReadClaims, Said),
        new("ear", HearAgent, Turns),
        new("caller", AnswerAgent, Turns),
    ];

    private static Lazy<Suite> Load(params string[] path) => new(() =>
        SuiteReader.Load(Path.Combine([AppContext.BaseDirectory, .. path])).Suite
            ?? throw new InvalidOperationException($"{path[^1]} cannot be read"));

    // Files of our own in the form of a data set, as one input.
    private static byte[] Joined(string set, params string[] files) => Encoding.UTF8.GetBytes(string.Join(
        Divider, files.Select(file => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Imports", set, file)))));

    private static string Text(byte[] bytes) => InputFiles.Decode(bytes);

    private static string? Environment(string name) => name == "KEY" ? "sk-0123456789abcdef" : null;

    private static void ReadPlan(byte[] bytes)
    {
        if (PlanReader.Parse(Text(bytes), "f", "", Environment).Plan is { } plan)
        {
            JsonElement.Parse(RunConfigurationJson.Write(RunConfigurations.Of(plan)));
        }
    }

    private static void ReadSuite(byte[] bytes)
    {
        var (suite, errors) = SuiteReader.Read(bytes, "f");
        if (suite is null == (errors.Count == 0))
        {
            throw new InvalidOperationException("a suite and errors, or neither");
        }
    }

    private static void ReadProfile(byte[] bytes)
    {
        try
        {
            ProfileFile.Parse(Text(bytes), "f");
        }
        catch (ProfileException)
        {
            // So a profile's reader says what is wrong.
        }
    }

    private static void ReadTranscripts(byte[] bytes)
    {
        var suite = Lab.Value;
        var sessions = suite.Sessions.ToDictionary(static session => session.Name);
        var fitted = TranscriptReader.Read(Text(bytes), "f").Transcripts
            .Where(one => sessions.ContainsKey(one.Session))
            .Select(one => (sessions[one.Session], ImportedTranscript.Fit(suite, sessions[one.Session], one))).ToList();
        if (fitted.Count > 0)
        {
            ScoreReport.Of(suite, fitted, []).ToJson();
        }

        foreach (var (_, transcript) in fitted)
        {
            TranscriptJson.Read(TranscriptJson.Write(transcript));
            TranscriptWriter.Write(transcript);
        }
    }

    private static void ReadTranscriptJson(byte[] bytes)
    {
        try
        {
            var transcript = TranscriptJson.Read(Text(bytes));
            ScoreReport.Of(Lab.Value, [(Lab.Value.Sessions[0], transcript)], []).ToJson();
        }
        catch (JsonException)
        {
            // So a run file's reader says what is wrong.
        }

        try
        {
            ToolCallsJson.Read(Text(bytes));
        }
        catch (JsonException)
        {
        }
    }

    // The data sets' files, with a line between them.
    private static void ReadSgd(byte[] bytes)
    {
        var parts = Text(bytes).Split(Divider);
        Check(SgdImport.Convert(parts[0], parts[^1], Few));
    }

    private static void ReadTau2(byte[] bytes)
    {
        var parts = Text(bytes).Split(Divider);
        Check(Tau2Import.Convert(parts[0], parts.Length > 2 ? parts[2] : null, parts[^1], Few));
    }

    private static void ReadBfcl(byte[] bytes)
    {
        var parts = Text(bytes).Split(Divider);
        Check(BfclImport.Convert([.. parts.Select(static (part, index) => new BfclFile($"{index}.json", part))], Few));
    }

    private static void Check(ImportResult result)
    {
        if (result.Taken < result.Of && result.LeftOut.Count == 0 && result.Reasons.Count == 0)
        {
            throw new InvalidOperationException($"{result.Taken} of {result.Of} taken, and nothing says why");
        }

        if (result.Yaml.Length > 0 && SuiteReader.Read(result.Yaml, "f") is { Suite: null } wrong)
        {
            throw new InvalidOperationException($"what was imported does not read: {wrong.Errors[0]}");
        }
    }

    // A call, line by line: the agent's words, the caller's, and so on.
    private static void HearAgent(byte[] bytes)
    {
        var vocabulary = SuiteVocabulary.Of(Clinic.Value);
        var ear = new Ear(vocabulary, Now);
        var context = new EarContext(vocabulary, Now);
        var agents = false;
        foreach (var line in Text(bytes).Split('\n').Take(MaxTurns))
        {
            agents = !agents;
            if (!agents)
            {
                context.CallerSaid(line);
                continue;
            }

            var acts = ear.Hear(line, context);
            var words = Tokens.Of(line).Select(static token => token.Word).ToHashSet();
            if (acts.FirstOrDefault(act => act.Sentence.Length == 0 || !act.Sentence.Split(' ').All(words.Contains)) is { } strange)
            {
                throw new InvalidOperationException($"nobody said \"{strange.Sentence}\"");
            }

            context.AgentSaid(acts);
        }
    }

    // A caller and an agent who says these lines, and then nothing that moves the call.
    private static void AnswerAgent(byte[] bytes)
    {
        var lines = Text(bytes).Split('\n').Take(MaxTurns).ToList();
        var session = Callers.Value[bytes.Sum(static b => b) % Callers.Value.Count];
        var one = Answers(session, lines);
        if (!one.SequenceEqual(Answers(session, lines)))
        {
            throw new InvalidOperationException("the same turns got other answers");
        }
    }

    private static List<string> Answers(SuiteSession session, List<string> lines)
    {
        const int maxIdleTurns = 60;
        var seat = new Sessions.ListeningSeat(session.Brief, Clinic.Value, new RandomStream(7));
        var answers = new List<string>();
        for (var i = 0; i < lines.Count + maxIdleTurns; i++)
        {
            var move = seat.Next(session.StartsWith, i < lines.Count ? lines[i] : "I see.");
            answers.Add(move.Text);
            if (move.Ends is not null)
            {
                return answers;
            }
        }

        throw new InvalidOperationException($"the caller is still there: {answers[^1]}");
    }

    // As it is; and with hashes that fit, so that what is in the entries is read.
    private static void ReadLedger(byte[] bytes)
    {
        Ledger.Read(bytes, "f");
        var fitting = new StringBuilder();
        foreach (var line in Encoding.Latin1.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var end = line.IndexOf(",\"hash\":\"", StringComparison.Ordinal);
            var body = end < 0 ? line : line[..end];
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.Latin1.GetBytes(body)));
            fitting.Append(body).Append(",\"hash\":\"").Append(hash).Append("\"}\n");
        }

        Ledger.Read(Encoding.Latin1.GetBytes(fitting.ToString()), "f");
    }

    private static void ReadRun(byte[] bytes)
    {
        var path = RunSeeds.NewPath();
        File.WriteAllBytes(path, bytes);
        try
        {
            var (file, _) = RunFile.Open(path);
            using (file)
            {
                if (file is not null)
                {
                    _ = file.Exchanges(withReplies: true).Count();
                    _ = file.Sessions().Count();
                    MeasureDocument.Of(RunReport.Of([file])).ToJson();
                }
            }
        }
        catch (RunFileException)
        {
            // So a run file's reader says that it is damaged.
        }
        finally
        {
            RunSeeds.Delete(path);
        }
    }

    private static void ReadEvents(string wire, byte[] bytes)
    {
        var recorder = new StreamRecorder(keepContent: true);
        using var events = WireCatalog.Find(wire)!.CreateDecoder(recorder); // It is in the catalog.
        foreach (var piece in Pieces(bytes))
        {
            recorder.BeginRead(1, 0);
            events.Feed(piece.Span);
        }

        events.End();
        _ = recorder.Reply;
    }

    private static void ReadResponse(byte[] bytes)
    {
        var parser = new ResponseParser(new Nobody());
        foreach (var piece in Pieces(bytes))
        {
            if (parser.IsDone || parser.Feed(piece.Span) is not null)
            {
                return;
            }
        }
    }

    // A connection of the simulator's, with everything that its clients send and everything that it answers.
    private static void ReadRequests(byte[] bytes)
    {
        const int maxSteps = 2_000;
        using var truth = new TruthSink();
        var core = new ServerCore(new SimulatedServerOptions { TimeProvider = TimeProvider.System }, truth.Log);
        var connection = new Connection(core, static _ => { });
        var output = new ByteBuffer(4096);
        var steps = 0;
        foreach (var piece in Pieces(bytes))
        {
            connection.Receive(piece.Span, 0, StampSource.Process);
            while (connection.DueNs != long.MaxValue && steps++ < maxSteps)
            {
                output.Clear();
                var next = connection.Render(output, connection.DueNs);
                connection.Written(0);
                if (next is Next.DoneAndClose or Next.Reset)
                {
                    return;
                }

                connection.Sent();
            }
        }

        connection.Gone(0);
    }

    private static void CheckSchema(byte[] bytes)
    {
        var lines = Text(bytes).Split('\n');
        try
        {
            var schema = ArgumentSchema.Read(lines[0]);
            foreach (var line in lines.Skip(1))
            {
                if (OutsideJson.Parse(line) is { } arguments)
                {
                    schema.Check(arguments);
                }
            }
        }
        catch (FormatException)
        {
            // So a schema's reader says what is wrong.
        }
    }

    // Two values mean the same whichever comes first.
    private static void CompareValues(byte[] bytes)
    {
        var lines = Text(bytes).Split('\n');
        if (OutsideJson.Parse(lines[0]) is not { } a || OutsideJson.Parse(lines[^1]) is not { } b)
        {
            return;
        }

        foreach (var kind in Enum.GetValues<ValueKind>())
        {
            var rule = new ValueRule(kind) { Tolerance = 0.5 };
            if (ValueComparer.Same(a, b, rule, Now) != ValueComparer.Same(b, a, rule, Now) && kind != ValueKind.Pattern)
            {
                throw new InvalidOperationException($"{kind}: the same in one order alone");
            }
        }
    }

    private static void ReadClaims(byte[] bytes)
    {
        var speech = Speech.Of(Text(bytes), Now);
        foreach (var clause in speech.Clauses)
        {
            StatusRule.Claims(clause, existence: true);
            AbsenceRule.Claims(clause);
            RefusalRule.Claims(clause);
            OtherRule.Offers(clause.Words);
        }
    }

    // Cut into pieces of a size that the input itself tells, so that the same input is always cut alike.
    private static IEnumerable<ReadOnlyMemory<byte>> Pieces(byte[] bytes)
    {
        var size = bytes.Length == 0 ? 1 : 1 + (bytes.Sum(static b => b) % 997);
        for (var at = 0; at < bytes.Length; at += size)
        {
            yield return bytes.AsMemory(at, Math.Min(size, bytes.Length - at));
        }
    }

    private sealed class Nobody : IResponseSink
    {
        public void Head(AnswerHead head)
        {
        }

        public void Body(ReadOnlySpan<byte> bytes)
        {
        }

        public void End()
        {
        }
    }

    private sealed class TruthSink : IDisposable
    {
        public TruthLog Log { get; } = new(null, 1_000, TimeProvider.System);

        public void Dispose() => Log.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
