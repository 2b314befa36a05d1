using Tollgate.Exchanges;
using Tollgate.Simulator.InProcess;
using Tollgate.Simulator.Profiles;
using Tollgate.Time;
using Tollgate.Workflows.Recording;
using Tollgate.Workflows.Trying;

namespace Tollgate.Cli.Hosts;

/// <summary>The simulator's models in virtual time.</summary>
internal sealed class SimulatedModels(ProfileSet profiles) : ISimulatedModels
{
    public IEnumerable<string> Models => profiles.Models.Keys;

    public IEnumerable<string> Regions => profiles.Regions.Keys;

    public Price? PriceOf(string model) => profiles.Models[model].Price;

    public IRunHost NewHost(ulong seed)
    {
        var time = new VirtualTime();
        return new VirtualHost(time, new SimulatedExchanger(time, profiles, seed));
    }
}
