using Tollgate.Cli.Hosts;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Suites;
using Tollgate.Time;
using Tollgate.Transcripts;
using Tollgate.Unicode;
using Tollgate.Workflows.Playing;

namespace Tollgate.Cli.Suites;

/// <summary>A person in the caller's seat, and a model at the other end of the line.</summary>
internal sealed class CallersSeat(CommandContext context, Suite suite, SuiteSession session)
{
    private TextWriter Output => context.Output;

    /// <summary>Holds the call with the target.</summary>
    public async Task<int> RunAsync(Target target, ulong seed)
    {
        var axis = new MonotonicAxis(context.Time);
        await using var exchanger = Transports.OpenBest([target], axis);
        Show();
        var transcript = await new CallerSeat(Ask, call => Output.WriteLine(
            $"  ({SafeText.Line(call.Name)} {SafeText.Line(call.ArgumentsJson)})"))
            .PlayAsync(suite, session, target, exchanger, axis, seed, context.Stop);
        Output.WriteLine();
        if (transcript is { } over)
        {
            SeatedCall.ShowEnd(Output, suite, session, over);
        }

        return transcript?.Ending == SessionEnding.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    private void Show()
    {
        Output.WriteLine("You are the caller. What you know and want:");
        foreach (var fact in session.Brief?.Facts.Values ?? [])
        {
            Output.WriteLine($"  {fact.Slot}: {fact.Value ?? "you do not know it"}");
        }

        foreach (var wish in session.Brief?.Wishes ?? [])
        {
            Output.WriteLine($"- {wish.About.TrimEnd('.')}: \"{wish.Opens}\"");
            foreach (var fact in wish.Facts.Values)
            {
                Output.WriteLine($"    {fact.Slot}: {fact.Value ?? "you do not know it"}");
            }
        }

        Output.WriteLine("Type what you say. The model gets what a recogniser would hear of it. An empty line hangs up.");
    }

    private string? Ask(string agent, string heard)
    {
        if (heard.Length > 0)
        {
            Output.WriteLine($"\n{agent}: {SafeText.Lines(heard)}");
        }

        Output.Write("you> ");
        Output.Flush();
        return context.Stop.IsCancellationRequested ? null : context.Input.ReadLine()?.Trim();
    }
}
