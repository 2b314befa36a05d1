using System.CommandLine;
using System.CommandLine.Parsing;
using Tollgate.Input;
using Tollgate.Secrets;
using Tollgate.Unicode;

namespace Tollgate.Cli.Shell;

/// <summary>
/// What is wrong with a command line, in sentences. Values that belong to no flag are not repeated: one of them may be
/// a key.
/// </summary>
internal static class ParseMistakes
{
    private const int MaxShown = 40;

    public static IReadOnlyList<string> Of(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        List<string> mistakes = [];
        if (parsed.UnmatchedTokens.Count > 0)
        {
            mistakes.AddRange(OfUnmatched(parsed, command));
        }

        // The parser says of each unmatched word, and of the command that was not found, once more that it is there.
        var others = parsed.Errors.Where(error => error.SymbolResult is not CommandResult || mistakes.Count == 0);
        mistakes.AddRange(others.Select(error => Of(error, command)).Distinct());
        var help = command is RootCommand ? "tollgate --help" : $"{Path(command)} --help";
        return [.. mistakes, $"`{help}` says more."];
    }

    private static IEnumerable<string> OfUnmatched(ParseResult parsed, Command command)
    {
        var words = parsed.UnmatchedTokens;
        if (command.Subcommands.Count > 0 && !IsFlag(words[0]))
        {
            yield return $"there is no command {Quoted(words[0])}{
                Meant(words[0], command.Subcommands.Select(one => one.Name))}";
            yield break;
        }

        var flags = Flags(command).ToList();
        for (var i = 0; i < words.Count; i++)
        {
            if (IsFlag(words[i]))
            {
                // Its value may stand behind "=".
                var name = words[i].Split('=', ':')[0];
                yield return $"{Path(command)} has no flag {Quoted(name)}{Meant(name, flags)}";
            }
            else if (i == 0 || !IsFlag(words[i - 1]))
            {
                yield return Before(parsed, words[i]) is { } flag
                    ? $"{flag}: more than one value follows it; expected quotes round a value with a space in it"
                    : $"{Path(command)} was given a value that belongs to no flag; expected the name of its flag before it";
            }
        }
    }

    private static string Of(ParseError error, Command command) => error.SymbolResult switch
    {
        OptionResult { Tokens: [] } option => $"{option.Option.Name}: found no value; expected {Kind(option.Option)}",
        OptionResult { Tokens: [var token] } option when IsNumber(option.Option.ValueType) =>
            $"{option.Option.Name}: found {Quoted(token.Value)}; expected {Kind(option.Option)}",
        OptionResult { Tokens.Count: > 1 } option =>
            $"{option.Option.Name}: given more than once; expected it once",
        ArgumentResult { Tokens: [] } argument =>
            $"{Path(command)} needs {argument.Argument.Name}: {Lower(argument.Argument.Description)}",
        CommandResult { Command.Subcommands.Count: > 0 } =>
            $"{Path(command)} needs a command: {string.Join(", ", command.Subcommands.Select(one => one.Name))}",
        _ => error.Message,
    };

    // The flag that the word comes after, where one does.
    private static string? Before(ParseResult parsed, string word)
    {
        string? flag = null;
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.Option)
            {
                flag = token.Value;
            }
            else if (token.Value == word)
            {
                return flag;
            }
        }

        return null;
    }

    private static IEnumerable<string> Flags(Command command) =>
        command.Options.SelectMany(option => option.Aliases.Append(option.Name)).Append("--help");

    private static bool IsFlag(string word) => word.StartsWith('-');

    private static string Meant(string word, IEnumerable<string> known) =>
        Suggestions.Nearest(word, known) is { } near ? $"; did you mean {near}?" : "";

    private static string Quoted(string word) => KeyShapes.MayBe(word)
        ? "a word, which is not shown since it may be a key"
        : $"\"{SafeText.Line(word.Length <= MaxShown ? word : word[..MaxShown] + "…")}\"";

    private static string Path(Command command) => command is RootCommand
        ? "tollgate"
        : $"{command.Parents.OfType<Command>().Select(Path).FirstOrDefault() ?? "tollgate"} {command.Name}";

    private static bool IsNumber(Type type) => Kind(type) is not null;

    private static string Kind(Option option) =>
        Kind(option.ValueType) ?? (option.HelpName is { } name ? $"{option.Name} {name}" : "a value");

    private static string? Kind(Type type) => Type.GetTypeCode(Nullable.GetUnderlyingType(type) ?? type) switch
    {
        TypeCode.UInt64 or TypeCode.UInt32 => "a whole number, 0 or more",
        TypeCode.Int32 or TypeCode.Int64 => "a whole number",
        TypeCode.Double => "a number, with a point before its decimals",
        _ => null,
    };

    // An abbreviation such as JSON stays as it is.
    private static string Lower(string? text) => text switch
    {
        null or "" => "a value",
        [_, var second, ..] when char.IsUpper(second) => text.TrimEnd('.'),
        _ => char.ToLowerInvariant(text[0]) + text[1..].TrimEnd('.'),
    };
}
