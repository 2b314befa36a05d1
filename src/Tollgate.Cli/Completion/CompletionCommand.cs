using System.CommandLine;
using System.CommandLine.Completions;
using Tollgate.Cli.Shell;

namespace Tollgate.Cli.Completion;

/// <summary><c>tollgate completion SHELL</c>: the script that teaches a shell to complete the command.</summary>
internal static class CompletionCommand
{
    // Each asks the program itself, by the directive that System.CommandLine answers: [suggest:POSITION] LINE.
    private static readonly Dictionary<string, string> Scripts = new()
    {
        ["bash"] = """
            # eval "$(tollgate completion bash)"
            _tollgate_complete() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(tollgate "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o default -F _tollgate_complete tollgate
            """,
        ["zsh"] = """
            #compdef tollgate
            # eval "$(tollgate completion zsh)"
            _tollgate() {
              local -a words_found
              words_found=("${(@f)$(tollgate "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              compadd -- $words_found
              _files
            }
            compdef _tollgate tollgate
            """,
        ["fish"] = """
            # tollgate completion fish | source
            complete -c tollgate -a '(tollgate "[suggest:"(commandline -C)"]" (commandline) 2>/dev/null)'
            """,
        ["pwsh"] = """
            # tollgate completion pwsh | Out-String | Invoke-Expression
            Register-ArgumentCompleter -Native -CommandName tollgate -ScriptBlock {
              param($wordToComplete, $commandAst, $cursorPosition)
              tollgate "[suggest:$cursorPosition]" "$commandAst" 2>$null |
                Where-Object { $_ -like "$wordToComplete*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
            }
            """,
    };

    public static Command Create(CommandContext context)
    {
        var shell = new Argument<string>("SHELL") { Description = $"One of {string.Join(", ", Scripts.Keys)}." };
        shell.CompletionSources.Add(_ => Scripts.Keys.Select(name => new CompletionItem(name)));
        var command = new Command("completion", "Print the script that completes commands and flags in a shell.") { shell };
        command.SetAction(parsed =>
        {
            var wanted = parsed.GetRequiredValue(shell);
            if (!Scripts.TryGetValue(wanted, out var script))
            {
                return context.WriteErrors($"{wanted}: there is no script for this shell; expected one of {string.Join(", ", Scripts.Keys)}.");
            }

            context.Output.WriteLine(script);
            return ExitCodes.Done;
        });
        return command;
    }
}
