namespace Tollgate.CallsBench;

/// <summary>Counts the sentences that readers labelled.</summary>
internal sealed class SentencesTally(Action<string>? show)
{
    private int of;

    public object Sentences => new { of };

    public void Count(Call call, CallWorld world)
    {
        of += call.Labels.Values.Sum(static label => label.Sentences.Count);
        show?.Invoke($"{call.Name}: {of} sentences of {world.Agents.Count} agents so far");
    }
}
