using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Scores;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Cli.Suites;

/// <summary>A person in the agent's seat: sees what a model would get, and types what it would say and call.</summary>
internal sealed class SeatedCall(CommandContext context, Suite suite, DryCall call)
{
    private const string Help = "Type what you say. /call TOOL {\"argument\": \"value\"} calls a tool, /transfer AGENT hands the call over, /tools shows what you have, /end hangs up.";

    private string shownTo = "";

    private TextWriter Output => context.Output;

    /// <summary>The session of that name; null where the suite has none, which is then said.</summary>
    public static SuiteSession? Find(CommandContext context, Suite suite, string name)
    {
        if (suite.Find(name) is { } session)
        {
            return session;
        }

        var hint = Suggestions.Hint(name, suite.Sessions.Select(static one => one.Name));
        context.WriteErrors($"the suite {suite.Name} has no session \"{SafeText.Line(name)}\""
            + (hint.Length == 0 ? "." : hint));
        return null;
    }

    public static int Run(CommandContext context, Suite suite, string name, ulong seed)
    {
        if (Find(context, suite, name) is not { } session)
        {
            return ExitCodes.BadInput;
        }

        var call = new DryCall(suite, session, seed);
        var transcript = new SeatedCall(context, suite, call).Play();
        context.Output.WriteLine();
        ShowEnd(context.Output, suite, session, transcript);
        return ExitCodes.Done;
    }

    /// <summary>How a call ended, and what was wrong with it.</summary>
    public static void ShowEnd(TextWriter output, Suite suite, SuiteSession session, Transcript transcript)
    {
        output.WriteLine(SafeText.Line(transcript.EndingWhy));
        foreach (var item in SessionScorer.Score(suite, session, transcript).Items.Where(item => item.Right == false))
        {
            output.WriteLine($"  turn {item.Turn}, {item.Score}: {SafeText.Line(item.Reason)}");
        }
    }

    private Transcript Play()
    {
        Show(call.Agent);
        Output.WriteLine(Help);
        foreach (var greeting in call.Entries.OfType<AgentSaid>())
        {
            Output.WriteLine($"\n{greeting.Agent}: {greeting.Heard}");
        }

        return call.Play(Answer);
    }

    private Reply? Answer(Tollgate.Callers.Voiced.CallerMove? move, CallerSaid? said, IReadOnlyList<ToolRan> ran)
    {
        if (said is not null)
        {
            Output.WriteLine($"\ncaller: {SafeText.Line(said.Heard)}");
        }

        foreach (var one in ran)
        {
            Output.WriteLine($"  {one.Tool} = {SafeText.Line(one.ResultJson)}");
        }

        Show(call.Agent);
        while (true)
        {
            Output.Write($"{call.Agent.Name}> ");
            Output.Flush();
            if (context.Stop.IsCancellationRequested || context.Input.ReadLine() is not { } line
                || line.Trim() == "/end")
            {
                return null;
            }

            if (Read(line.Trim()) is { } reply)
            {
                return reply;
            }
        }
    }

    private Reply? Read(string line)
    {
        if (line.Length == 0)
        {
            return null;
        }

        if (line[0] != '/')
        {
            return new Reply(line, "", []);
        }

        var words = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        switch (words[0])
        {
            case "/call" when words.Length > 1:
                return new Reply("", "", [new ToolCall("", words[1], words.Length > 2 ? words[2] : "{}")]);
            case "/transfer" when words.Length > 1:
                return new Reply("", "", [new ToolCall("", Transfer.NameOf(words[1]), "{}")]);
            case "/tools":
                shownTo = "";
                Show(call.Agent);
                return null;
            default:
                Output.WriteLine(Help);
                return null;
        }
    }

    private static IEnumerable<string> Arguments(string schemaJson)
    {
        var schema = JsonElement.Parse(schemaJson); // It was read with the suite.
        if (!schema.TryGetProperty("properties", out var properties))
        {
            return [];
        }

        var required = schema.TryGetProperty("required", out var names) && names.ValueKind == JsonValueKind.Array
            ? names.EnumerateArray().Select(name => name.ToString()).ToHashSet()
            : [];
        return properties.EnumerateObject().Select(one => required.Contains(one.Name) ? one.Name : one.Name + "?");
    }

    private void Show(SuiteAgent agent)
    {
        if (shownTo == agent.Name)
        {
            return;
        }

        shownTo = agent.Name;
        Output.WriteLine($"--- you are {agent.Name}");
        Output.WriteLine(agent.System.TrimEnd());
        foreach (var tool in suite.ToolsOf(agent))
        {
            Output.WriteLine($"  {tool.Name}({string.Join(", ", Arguments(tool.ParametersJson))})  {tool.Description}");
        }

        Output.WriteLine("---");
    }
}
