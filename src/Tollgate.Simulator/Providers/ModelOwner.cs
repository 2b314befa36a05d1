namespace Tollgate.Simulator.Providers;

/// <summary>Who owns the models: it tells those who look for the simulator that they found it.</summary>
internal static class ModelOwner
{
    public const string Name = "tollgate-simulator";
}
