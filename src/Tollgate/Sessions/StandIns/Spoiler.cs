using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Suites;

namespace Tollgate.Sessions.StandIns;

#pragma warning disable CS1591, SA1402, MA0048
public sealed record SpoilRates
{
    public double WrongLabel { get; init; }
    public static bool TryParse(string text, out SpoilRates rates, out string error)
    {
        rates = new SpoilRates();
        error = "";
        return true;
    }
}
public enum FaultKind : byte { None }
public sealed record PlantedFault(FaultKind Kind, string What);
public sealed record SpoilContext(
    Suite Suite, SuiteSession Session, string Agent, Step Step, bool MissingTrial, bool AfterToolFailure,
    IReadOnlyList<ToolCall> MadeBefore);
public sealed record SpoiledReply(Reply Reply, IReadOnlyList<PlantedFault> Planted);
public sealed class Spoiler(SpoilRates rates)
{
    public SpoilRates Rates => rates;
    public SpoiledReply Spoil(Reply ideal, SpoilContext context, RandomStream random) => new(ideal, []);
}
