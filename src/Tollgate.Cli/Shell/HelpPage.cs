using System.CommandLine;
using System.CommandLine.Invocation;
using Tollgate.Load.Schedules.Processes;

namespace Tollgate.Cli.Shell;

/// <summary>What <c>--help</c> prints: usage, flags in groups, commands, and examples that can be copied.</summary>
internal sealed class HelpPage(CommandContext context) : SynchronousCommandLineAction
{
    private const int MaxNameWidth = 28;
    private const string Rest = "More";

    private static readonly string[] ArrivalSettings =
    [
        .. ArrivalProcesses.All.SelectMany(static process => process.Settings)
            .Select(static setting => "--" + setting.Key.Replace('_', '-')),
    ];

    private static readonly (string Title, string[] Flags)[] Groups =
    [
        ("Runs", [
            "--baseline", "--candidate", "--baseline-target", "--candidate-target", "--number", "--self-test",
        ]),
        ("Target", [
            "--target", "--url", "--wire", "--model", "--name", "--region", "--tier", "--price", "--plan",
            "--profiles", "--oracle", "--inject",
        ]),
        ("Connection and request", [
            "--key-env", "--header", "--allow-env", "--allow-files", "--insecure", "--transport", "--cold",
            "--token-limit", "--no-stream-options", "--body", "--end", "--timeout", "--retry",
        ]),
        ("Load", [
            "--concurrency", "--stagger", "--rate", "--arrivals", .. ArrivalSettings, "--trace", "--speed", "--from", "--window",
            "--requests", "--for", "--warmup", "--max-in-flight", "--seed",
        ]),
        ("Prompts", ["--prompt", "--prompts", "--prompt-tokens", "--max-tokens", "--temperature", "--keep-content"]),
        ("Calls", ["--sessions", "--calls", "--repeat", "--time-scale", "--noise", "--no-post-call", "--adjudicate"]),
        ("A model as the caller", [
            "--caller-url", "--caller-wire", "--caller-model", "--caller-key-env", "--caller-replay",
        ]),
        ("Rubric and ledger", ["--rubric", "--ledger", "--part", "--sign-key", "--sign-key-env"]),
        ("Results", [
            "--out", "--html", "--json", "--markdown", "--markdown-file", "--junit", "--transcript", "--transcripts",
            "--quiet", "--force",
        ]),
        (Rest, []),
    ];

    private static readonly string[] RootExamples =
        ["tollgate try", "tollgate measure --url http://127.0.0.1:8000 --wire openai-chat --model MODEL -c 8 -n 100"];

    /// <summary>A call for help may lack required arguments.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var width = Math.Clamp(context.NewConsole().Profile.Width, 60, 120);
        context.Output.Write(Render(parseResult.CommandResult.Command, width));
        return ExitCodes.Done;
    }

    /// <summary>The page of one command, in lines of at most that many characters where words allow it.</summary>
    internal static string Render(Command command, int width)
    {
        var text = new StringBuilder();
        var path = PathOf(command);
        Wrapped(text, command.Description ?? "", 0, width);
        text.Append('\n').Append("Usage: ").Append(path);
        foreach (var argument in command.Arguments)
        {
            text.Append(' ').Append(argument.Arity.MaximumNumberOfValues > 1 ? argument.Name + "..." : argument.Name);
        }

        text.Append(command.Subcommands.Count > 0 ? " COMMAND" : "").Append(" [flags]\n");
        Block(text, "Arguments", command.Arguments.Select(one => (one.Name, one.Description ?? "")), width);
        Block(text, "Commands", command.Subcommands.Select(one => (one.Name, one.Description ?? "")), width);
        var options = Visible(command);
        foreach (var (title, flags) in Groups)
        {
            var members = title == Rest
                ? options.Where(option => !Groups.Any(group => group.Flags.Contains(option.Name)))
                : flags.Select(flag => options.Find(option => option.Name == flag)).OfType<Option>();
            Block(text, title, members.Select(option => (Name(option), option.Description ?? "")), width);
        }

        IReadOnlyList<string> examples = command switch
        {
            RootCommand => RootExamples,
            ExampledCommand exampled => exampled.Examples,
            _ => [],
        };
        if (examples.Count > 0)
        {
            text.Append("\nExamples:\n");
            foreach (var example in examples)
            {
                text.Append("  ").Append(example).Append('\n');
            }
        }

        return text.ToString();
    }

    private static List<Option> Visible(Command command)
    {
        // What the root has for all, such as --help, stands with each.
        var root = command;
        while (root.Parents.OfType<Command>().FirstOrDefault() is { } parent)
        {
            root = parent;
        }

        return
        [
            .. command.Options.Concat(command == root ? [] : root.Options.Where(option => option.Recursive))
                .Where(option => !option.Hidden),
        ];
    }

    private static void Block(
        StringBuilder text, string title, IEnumerable<(string Name, string About)> rows, int width)
    {
        var all = rows.ToList();
        if (all.Count == 0)
        {
            return;
        }

        text.Append('\n').Append(title).Append(":\n");
        var column = 2 + Math.Min(MaxNameWidth, all.Max(row => row.Name.Length)) + 2;
        foreach (var (name, about) in all)
        {
            text.Append("  ").Append(name);
            if (name.Length + 4 > column)
            {
                text.Append('\n').Append(' ', column);
            }
            else
            {
                text.Append(' ', column - name.Length - 2);
            }

            Wrapped(text, about, column, width);
        }
    }

    private static void Wrapped(StringBuilder text, string words, int indent, int width)
    {
        var used = indent;
        var isFirst = true;
        foreach (var word in words.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isFirst && used + 1 + word.Length > width)
            {
                text.Append('\n').Append(' ', indent);
                used = indent;
                isFirst = true;
            }

            text.Append(isFirst ? "" : " ").Append(word);
            used += word.Length + (isFirst ? 0 : 1);
            isFirst = false;
        }

        text.Append('\n');
    }

    private static string Name(Option option)
    {
        var names = string.Join(", ", option.Aliases.Where(alias => alias.StartsWith('-')).Append(option.Name));
        var value = option.Arity.MaximumNumberOfValues == 0 || option.ValueType == typeof(bool) ? ""
            : " " + (option.HelpName ?? "N");
        return names + value;
    }

    private static string PathOf(Command command) => command.Parents.OfType<Command>().FirstOrDefault() is { } parent
        ? $"{PathOf(parent)} {command.Name}"
        : "tollgate";
}
