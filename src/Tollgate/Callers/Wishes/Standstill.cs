namespace Tollgate.Callers.Wishes;

/// <summary>For how many turns nothing has come further: no wish, no call, no value given for the first time.</summary>
internal sealed class Standstill(Agenda agenda, CallerKnowledge knowledge)
{
    /// <summary>Number of turns after which a caller gives up.</summary>
    public const int Most = 5;

    private int turns;
    private int before;
    private int acted;

    public bool IsTooLong => turns >= Most;

    /// <summary>A call of the agent's was answered.</summary>
    public void Acted() => acted++;

    /// <summary>A turn of the agent's is over.</summary>
    /// <param name="moved">Something has moved that cannot be seen here: another agent has the call.</param>
    public void Turn(bool moved)
    {
        var now = acted + agenda.Wishes.Sum(static wish => (int)wish.State + wish.Effects) + knowledge.DistinctGiven;
        moved |= now != before;
        before = now;
        turns = moved ? 0 : turns + 1;
    }
}
