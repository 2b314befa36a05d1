using Tollgate.Callers;
using Tollgate.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Sessions;

/// <summary>A caller who says the steps of a script.</summary>
internal sealed class ScriptedSeat(CallerScript script) : ICallerSeat
{
    private Step? breaksInWith;

    public BargeIn? BreaksIn(string agent)
    {
        breaksInWith = script.Interrupting(agent);
        return breaksInWith?.BargeIn;
    }

    public void Answered(string tool, string argumentsJson) => script.Answered(tool);

    public ValueTask<CallerMove> NextAsync(string agent, string heard, bool brokeIn, CancellationToken ending) =>
        ValueTask.FromResult(Next(agent, heard, brokeIn));

    private CallerMove Next(string agent, string heard, bool brokeIn)
    {
        var line = brokeIn ? script.Interrupt(breaksInWith!) : script.Next(agent, heard); // It had said that it would.
        return new CallerMove(line.Text)
        {
            Entities = [.. line.Steps.SelectMany(step => step.Entities)],
            Steps = line.Steps,
            Cut = line.Steps is [{ Cut: { } cut }] ? cut : null,
            Backchannel = line.Steps is [.., { Backchannel: { } word }] ? word : null,
            IsLost = line.IsClarification,
            Ends = line.Ends,
            Why = line.Ends switch
            {
                null => "",
                SessionEnding.Finished => CallerMove.HangingUp.Why,
                _ => $"The model left the script: {string.Join("; ", script.Unsaid.Take(3).Select(
                    unsaid => $"step {unsaid.Id} was never reached"))}.",
            },
        };
    }
}
