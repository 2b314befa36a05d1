namespace Tollgate.CallsBench;

/// <summary>How well the acts of an agent's turns are heard.</summary>
internal sealed class ActsTally
{
    public ActsTally(Action<string>? show) => _ = show;

    public object? Acts { get; }

    public object? Slots { get; }

    public void Count(Call call, CallWorld world) => _ = (this, call, world);
}
