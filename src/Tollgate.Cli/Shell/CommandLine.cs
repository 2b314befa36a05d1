namespace Tollgate.Cli.Shell;

/// <summary>The command as it was given, for the run file.</summary>
internal static class CommandLine
{
    private static readonly string[] SecretOptions = ["--key", "--header"];

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
