using System.CommandLine;
using Tollgate.Cli.Measure;
using Tollgate.Cli.Shell;

namespace Tollgate.Conformance.Tests;

/// <summary>What the command says of its flags, and of mistakes.</summary>
public class CommandLineTests
{
    // Arguments, what is said, what must not be: a .NET type, or a value that may be a key.
    [Theory]
    [InlineData("mesure", "there is no command \"mesure\"; did you mean measure?", "Unrecognized")]
    [InlineData("rubric publsh", "did you mean publish?", "Unrecognized")]
    [InlineData("measure -n three", "--requests: found \"three\"; expected a whole number", "System.")]
    [InlineData("measure --cv x", "--cv: found \"x\"; expected a number", "System.")]
    [InlineData("measure --requets 5", "has no flag \"--requets\"; did you mean --requests?", "\"5\"")]
    [InlineData("measure --key SECRET", "has no flag \"--key\"", "SECRET")]
    [InlineData("measure --key=SECRET", "has no flag \"--key\"", "SECRET")]
    [InlineData("measure --header Authorization: Bearer SECRET", "--header: more than one value follows it", "SECRET")]
    [InlineData("measure SECRET", "a value that belongs to no flag", "SECRET")]
    [InlineData("measure --price 2.5, 10", "--price: more than one value follows it; expected quotes", "Unrecognized")]
    [InlineData("measure --url", "--url: found no value", "Required")]
    [InlineData("report", "tollgate report needs RUN", "Required")]
    [InlineData("rubric", "needs a command: publish, check, power", "Required")]
    [InlineData("rehearse healtcare", "did you mean healthcare?", "   at ")]
    [InlineData("completion tcsh", "expected one of bash, zsh, fish, pwsh", "   at ")]
    public async Task Run_AMistake_IsNamedWithWhatWasMeant(string arguments, string says, string saysNot)
    {
        using var command = new Command();

        var result = await command.RunAsync(arguments.Split(' '));

        result.Code.ShouldBe(2, result.ToString());
        result.Output.ShouldBeEmpty();
        result.Diagnostics.ShouldContain(says);
        result.Diagnostics.ShouldNotContain(saysNot);
    }

    [Theory]
    [InlineData("bash")]
    [InlineData("zsh")]
    [InlineData("fish")]
    [InlineData("pwsh")]
    public async Task Completion_AScript_AsksTheCommandItself(string shell)
    {
        using var command = new Command();
        var result = await command.RunAsync("completion", shell);
        result.Code.ShouldBe(0, result.ToString());
        result.Output.ShouldContain("[suggest:");
    }

    [Theory]
    [InlineData("plan")]
    [InlineData("rubric")]
    [InlineData("suite")]
    public async Task Schema_AName_IsPrinted(string name)
    {
        using var command = new Command();
        var result = await command.RunAsync("schema", name);
        result.Code.ShouldBe(0, result.ToString());
        System.Text.Json.JsonDocument.Parse(result.Output).RootElement.TryGetProperty("properties", out _).ShouldBeTrue();
    }

    [Theory]
    [InlineData("tollgate meas", "measure")]
    [InlineData("tollgate measure --conc", "--concurrency")]
    [InlineData("tollgate rubric pu", "publish")]
    public async Task Suggest_ALine_OffersWhatFits(string line, string offered)
    {
        using var command = new Command();
        var result = await command.RunAsync($"[suggest:{line.Length}]", line);
        result.Output.Split('\n').Select(word => word.Trim()).ShouldContain(offered);
    }

    [Fact]
    public async Task CompletionForBash_Sourced_Completes()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var command = new Command();
        var result = await command.ShellAsync("""
            tollgate() { dotnet "$0" "$@"; }
            eval "$(tollgate completion bash)"
            COMP_LINE="tollgate meas"; COMP_POINT=${#COMP_LINE}; COMP_WORDS=(tollgate meas); COMP_CWORD=1
            _tollgate_complete
            printf '%s\n' "${COMPREPLY[@]}"
            """);
        result.Output.Trim().ShouldBe("measure", result.ToString());
    }

    // Whoever asks how to say it has not said it yet.
    [Theory]
    [InlineData("report")]
    [InlineData("rehearse")]
    [InlineData("gate")]
    [InlineData("suite", "check")]
    [InlineData("rubric", "power")]
    public async Task Help_OfACommandThatNeedsMore_IsGiven(params string[] words)
    {
        using var command = new Command();
        var result = await command.RunAsync([.. words, "--help"]);
        result.Code.ShouldBe(0, result.ToString());
        result.Output.ShouldContain($"Usage: tollgate {string.Join(' ', words)} ");
        result.Diagnostics.ShouldBeEmpty();
    }

    [Fact]
    public async Task Help_OfMeasure_HasEveryFlagInAGroupAndTwoExamples()
    {
        using var command = new Command();
        var result = await command.RunAsync("measure", "--help");
        result.Code.ShouldBe(0, result.ToString());
        foreach (var title in (string[])["Target:", "Connection and request:", "Load:", "Prompts:", "Results:", "Examples:"])
        {
            result.Output.ShouldContain("\n" + title);
        }

        var more = result.Output[result.Output.IndexOf("\nMore:", StringComparison.Ordinal)..];
        more.Split('\n').Count(line => line.Contains("--", StringComparison.Ordinal) && line.Contains("  -", StringComparison.Ordinal))
            .ShouldBe(1, "only --help belongs nowhere");
        more.Split('\n').Count(line => line.StartsWith("  tollgate measure", StringComparison.Ordinal)).ShouldBe(2);
    }

    [Fact]
    public void Help_Render_KeepsTheWidthAndEveryFlag()
    {
        using var context = new CommandContext();
        var measure = MeasureCommand.Create(context);

        var page = HelpPage.Render(measure, 80);

        measure.Options.ShouldAllBe(option => page.Contains(option.Name));
        var examples = page.IndexOf("\nExamples:", StringComparison.Ordinal);
        page[..(examples < 0 ? page.Length : examples)].Split('\n').ShouldAllBe(line => line.Length <= 80);
    }
}
