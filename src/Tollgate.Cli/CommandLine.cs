using Tollgate.Secrets;

namespace Tollgate.Cli;

/// <summary>The command as it was given, for the run file.</summary>
internal static class CommandLine
{
    private static readonly string[] SecretOptions = ["--key", "--header"];

    /// <summary>
    /// What the parser says is wrong, without what may be a key: no value of an option that there is not, and no word
    /// that has the shape of one.
    /// </summary>
    /// <param name="messages">The parser's messages.</param>
    /// <param name="arguments">The arguments as they were given.</param>
    /// <param name="unknown">Those that the parser made nothing of.</param>
    public static IEnumerable<string> Complaints(
        IEnumerable<string> messages, IReadOnlyList<string> arguments, IReadOnlyCollection<string> unknown)
    {
        var hidden = new List<string>();
        for (var i = 0; i < arguments.Count; i++)
        {
            var (option, value) = Split(arguments[i]);
            var isUnknown = unknown.Contains(arguments[i]);
            hidden.AddRange(new[] { option, value ?? "" }.Where(KeyShapes.MayBe));
            if (isUnknown && value is not null)
            {
                hidden.Add(value);
            }
            else if (isUnknown && IsOption(option) && i + 1 < arguments.Count && !IsOption(arguments[i + 1]))
            {
                hidden.Add(arguments[i + 1]);
            }
        }

        return messages.Select(message => hidden.Where(static word => word.Length > 0)
            .OrderByDescending(static word => word.Length)
            .Aggregate(message, static (text, word) => text.Replace(word, "***", StringComparison.Ordinal)));
    }

    private static bool IsOption(string argument) => argument.Length > 1 && argument[0] == '-';

    private static (string Option, string? Value) Split(string argument) =>
        IsOption(argument) && argument.IndexOfAny(['=', ':']) is > 0 and var at
            ? (argument[..at], argument[(at + 1)..])
            : (argument, null);

    /// <summary>The arguments in one line, with the values of options that hold secrets struck out.</summary>
    public static string Without(IEnumerable<string> arguments)
    {
        var words = new List<string>();
        var isSecret = false;
        foreach (var argument in arguments)
        {
            var option = Array.Find(SecretOptions, o => argument.StartsWith(o, StringComparison.Ordinal));
            var joined = option is not null && argument.Length > option.Length && argument[option.Length] is '=' or ':';

            // A key itself may stand where its file's name should.
            var isKey = argument.Contains("-----BEGIN", StringComparison.Ordinal);
            words.Add(isSecret || isKey ? "***" : joined ? option + "=***" : argument);
            isSecret = option is not null && !joined;
        }

        return string.Join(' ', words);
    }
}
