using Tollgate.Cli.Hosts;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Time;
using Tollgate.Transcripts;
using Tollgate.Unicode;

namespace Tollgate.Cli.Suites;

/// <summary>A person in the caller's seat, and a model at the other end of the line.</summary>
internal sealed class CallersSeat(CommandContext context, Suite suite, SuiteSession session)
    : IExchangeSink, ISessionSink
{
    // People at a keyboard need no waiting for spoken words.
    private const double TimeScale = 1_000;

    private Transcript? transcript;

    private TextWriter Output => context.Output;

    /// <summary>Holds the call with the target.</summary>
    public async Task<int> RunAsync(Target target, ulong seed)
    {
        var axis = new MonotonicAxis(context.Time);
        var exchanger = Transports.Open(
            Plans.TransportChoice.Auto, [target], axis, false, out _)!; // Auto always opens.
        await using (exchanger)
        {
            Show();
            var runner = new RehearsalRunner(
                new RehearsalSettings
                {
                    Suite = suite,
                    Sessions = [session],
                    Targets = [target],
                    Seed = seed,
                    TimeScale = TimeScale,
                    PostCall = false,
                    Person = Ask,
                },
                exchanger, this, this, axis);
            await PumpThread.RunAsync(() => runner.RunAsync(context.Stop));
        }

        Output.WriteLine();
        if (transcript is { } over)
        {
            SeatedCall.ShowEnd(Output, suite, session, over);
        }

        return transcript?.Ending == SessionEnding.Failed ? ExitCodes.Failed : ExitCodes.Done;
    }

    public void Issued(string target)
    {
        // One call of a person measures nothing.
    }

    public void Ended(Exchange exchange)
    {
        foreach (var call in exchange.Reply.ToolCalls)
        {
            Output.WriteLine($"  ({SafeText.Line(call.Name)} {SafeText.Line(call.ArgumentsJson)})");
        }
    }

    public void Ended(Transcript transcript) => this.transcript = transcript;

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
