using Spectre.Console;
using Tollgate.Cli.Hosts;
using Tollgate.Cli.Shell;
using Tollgate.Figures;
using Tollgate.Suites;
using Tollgate.Unicode;
using Tollgate.Workflows.Checking;

namespace Tollgate.Cli.Suites;

/// <summary>Checks a suite with the simulator's agents, and shows what was found.</summary>
internal static class SuiteCheckOutput
{
    private const int MaxShown = 5;

    public static int Run(CommandContext context, Suite suite, int calls, ulong seed, bool json)
    {
        var callers = SuiteCheck.Callers(suite, calls, seed);
        var rows = new List<StyleCheck>();
        foreach (var agent in SimulatedAgent.All)
        {
            if (context.Stop.IsCancellationRequested)
            {
                return ExitCodes.Stopped;
            }

            rows.Add(SuiteCheck.Play(suite, callers, agent, seed));
        }

        if (json)
        {
            WriteJson(context.Output, suite, callers.Count, seed, rows);
        }
        else
        {
            WriteTable(context, suite, callers.Count, rows);
        }

        return rows.TrueForAll(row => row.Problems.Count == 0) ? ExitCodes.Done : ExitCodes.Rejected;
    }

    private static void WriteTable(CommandContext context, Suite suite, int calls, List<StyleCheck> rows)
    {
        var console = context.NewConsole();
        console.WriteLine($"{suite.Name}: {FigureText.Count(calls)} callers with each style of agent");
        var table = new Table().Border(TableBorder.Simple);
        foreach (var (title, right) in new[] { ("Agent", false), ("To their end", true), ("Turns", true), ("Problems", true) })
        {
            table.AddColumn(right ? new TableColumn(title).RightAligned() : new TableColumn(title));
        }

        foreach (var row in rows)
        {
            table.AddRow(
                Markup.Escape(row.Style), FigureText.Count(row.Finished),
                    row.Turns.ToString("0.0", CultureInfo.InvariantCulture),
                FigureText.Count(row.Problems.Count));
        }

        console.Write(table);
        foreach (var row in rows.Where(row => row.Problems.Count > 0))
        {
            console.WriteLine($"{row.Style}:");
            foreach (var problem in row.Problems.Take(MaxShown))
            {
                console.WriteLine("  " + SafeText.Line(problem));
            }

            if (row.Problems.Count > MaxShown)
            {
                console.WriteLine($"  and {FigureText.Count(row.Problems.Count - MaxShown)} more");
            }
        }
    }

    private static void WriteJson(TextWriter output, Suite suite, int calls, ulong seed, List<StyleCheck> rows) =>
        output.WriteLine(JsonSerializer.Serialize(new
        {
            schema = 1,
            suite = suite.Name,
            digest = suite.Digest,
            seed,
            calls,
            styles = rows.Select(row => new { style = row.Style, finished = row.Finished, turns = row.Turns,
                problems = row.Problems }),
        }));
}
