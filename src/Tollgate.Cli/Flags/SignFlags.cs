using System.CommandLine;
using Tollgate.Cli.Shell;
using Tollgate.Gate.Ledgers;
using Tollgate.Input;

namespace Tollgate.Cli.Flags;

/// <summary>The options that name a signing key. What they name is never shown, in case it is the key itself.</summary>
internal sealed class SignFlags
{
    private const string Begin = "-----BEGIN";
    private const int MaxNameLength = 128;

    private readonly Option<string?> file = Flag.Of<string?>("--sign-key", "FILE",
        "Sign the entry with the EC P-256 private key (PEM) in this file.");
    private readonly Option<string?> variable = Flag.Of<string?>("--sign-key-env", "NAME",
        "Sign the entry with the EC P-256 private key (PEM) in this environment variable.");

    public IEnumerable<Option> Options => [file, variable];

    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(variable);
    }

    /// <summary>The key, null where none is named, or why it is none.</summary>
    public (SigningKey? Key, string? Error) Read(CommandContext context, ParseResult parsed)
    {
        var (path, name) = (parsed.GetValue(file), parsed.GetValue(variable));
        return (path, name) switch
        {
            (null, null) => (null, null),
            (not null, not null) => (null, "found both --sign-key and --sign-key-env; expected one of the two."),
            (not null, _) => OfFile(path),
            (_, not null) => OfVariable(context, name),
        };
    }

    private static (SigningKey?, string?) OfFile(string path)
    {
        if (path.Contains(Begin, StringComparison.Ordinal) || path.Contains('\n'))
        {
            return (null, "--sign-key: found a key itself; expected the name of a file that holds it.");
        }

        if (!InputFiles.TryReadText(path, out var pem, out var error))
        {
            return (null, $"--sign-key: {error}; expected a private key.");
        }

        var (key, wrong) = SigningKey.Read(pem);
        return (key, wrong is null ? null : $"--sign-key {path}: {wrong}.");
    }

    private static (SigningKey?, string?) OfVariable(CommandContext context, string name)
    {
        if (name.Length > MaxNameLength || !name.All(one => char.IsAsciiLetterOrDigit(one) || one == '_'))
        {
            return (null, "--sign-key-env: found what is no variable's name; expected one such as TOLLGATE_SIGN_KEY.");
        }

        if (context.Environment(name) is not { Length: > 0 } pem)
        {
            return (null, $"--sign-key-env: the variable {name} is not set; expected a private key in it.");
        }

        var (key, wrong) = SigningKey.Read(pem);
        return (key, wrong is null ? null : $"--sign-key-env {name}: {wrong}.");
    }
}
