using Tollgate.Exchanges;
using Tollgate.Workflows.Recording;

namespace Tollgate.Workflows.Trying;

/// <summary>Simulated models in virtual time, from whoever has some.</summary>
internal interface ISimulatedModels
{
    /// <summary>The models that there are.</summary>
    IEnumerable<string> Models { get; }

    /// <summary>The regions that there are.</summary>
    IEnumerable<string> Regions { get; }

    /// <summary>What a model's tokens cost; null where nobody said.</summary>
    Price? PriceOf(string model);

    /// <summary>What a run with them is carried out by; one for each run.</summary>
    /// <param name="seed">Where all their chance comes from.</param>
    IRunHost NewHost(ulong seed);
}
