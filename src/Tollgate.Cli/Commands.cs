using System.CommandLine;
using Tollgate.Cli.Completion;
using Tollgate.Cli.Gate;
using Tollgate.Cli.Import;
using Tollgate.Cli.Ledgers;
using Tollgate.Cli.Measure;
using Tollgate.Cli.Rehearse;
using Tollgate.Cli.Report;
using Tollgate.Cli.Rubrics;
using Tollgate.Cli.Runs;
using Tollgate.Cli.Schema;
using Tollgate.Cli.Score;
using Tollgate.Cli.Shell;
using Tollgate.Cli.Simulate;
using Tollgate.Cli.Suites;
using Tollgate.Cli.Try;

namespace Tollgate.Cli;

/// <summary>Every command that there is, in the order in which help lists them.</summary>
internal static class Commands
{
    /// <summary>The commands on this machine.</summary>
    public static IEnumerable<Command> Of(CommandContext context) =>
    [
        TryCommand.Create(context),
        MeasureCommand.Create(context),
        RehearseCommand.Create(context),
        ScoreCommand.Create(context),
        ImportCommand.Create(context),
        SuiteCommand.Create(context),
        SimulateCommand.Create(context),
        RubricCommand.Create(context),
        GateCommand.Create(context),
        LedgerCommand.Create(context),
        ReportCommand.Create(context),
        RunsCommand.Create(context),
        SchemaCommand.Create(context),
        CompletionCommand.Create(context),
    ];
}
