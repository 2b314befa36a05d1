using Tollgate.Suites.Briefs;

namespace Tollgate.Callers.Wishes;

/// <summary>One wish in the course of a call.</summary>
internal sealed class WishProgress(Wish wish)
{
    public Wish Wish => wish;

    public WishState State { get; set; }

    /// <summary>The caller has said the change of mind.</summary>
    public bool Changed { get; set; }

    /// <summary>Calls that the wish wants and that were answered without an error.</summary>
    public int Effects { get; set; }

    /// <summary>How often the agent said that it was not there, that it will not, that it could not.</summary>
    public int Denials { get; set; }

    /// <summary>It had been carried out when the agent spoke last.</summary>
    public bool WasCarriedOut { get; set; }

    /// <summary>How often the caller brought it up again.</summary>
    public int Pushes { get; set; }

    /// <summary>How often the agent informed the caller while it was open.</summary>
    public int Informed { get; set; }

    /// <summary>Values that the caller took instead of his own, by slot.</summary>
    public Dictionary<string, string> Taken { get; } = new(StringComparer.Ordinal);

    public bool IsOver => State is WishState.Met or WishState.Unmet;

    /// <summary>All that it wants has been called, as far as the caller's line shows.</summary>
    public bool IsCarriedOut => wish.Does.Count > 0 && Effects >= wish.Does.Count(call => !call.Optional);

    /// <summary>What the caller would say of a slot now; null where the wish has no such fact.</summary>
    public CallerFact? FactOf(string slot) =>
        !Changed && wish.Change is { } change && change.First.TryGetValue(slot, out var first) ? first
        : wish.Facts.GetValueOrDefault(slot);

    /// <summary>Who brings it up settles on all that is known of it, until something else is said.</summary>
    public void SettleAll(Dictionary<string, string> settles)
    {
        foreach (var fact in Facts.Where(static fact => fact.IsKnown))
        {
            settles[$"{wish.Name}.{fact.Slot}"] = fact.Value!; // It is known.
        }
    }

    /// <summary>What is returned brings back how far it is now, but not what was heard and called since.</summary>
    public Action Remember()
    {
        var (state, changed) = (State, Changed);
        var taken = Taken.ToArray();
        return () =>
        {
            (State, Changed) = (state, changed);
            Taken.Clear();
            foreach (var (slot, value) in taken)
            {
                Taken[slot] = value;
            }
        };
    }

    /// <summary>All facts as the caller would say them now.</summary>
    public IEnumerable<CallerFact> Facts => wish.Facts.Keys.Select(slot => FactOf(slot)!); // They are its own keys.
}
