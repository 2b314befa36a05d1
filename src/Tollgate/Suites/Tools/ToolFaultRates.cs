namespace Tollgate.Suites.Tools;

/// <summary>
/// How often each fault befalls a call by chance, drawn from the session's seed. Each 0 to 1, their sum too.
/// </summary>
public sealed record ToolFaultRates
{
    public double Slow { get; init; }

    public double TimeOut { get; init; }

    public double Fail { get; init; }

    public double AnswerTwice { get; init; }

    public double PartialFirst { get; init; }
}
