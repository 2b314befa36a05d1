using System.Text.Json;
using Tollgate.Acts;

namespace Tollgate.CallsBench;

/// <summary>A labelled turn as the model sees it: each phrase's features, what the rules say of it, and the turn's acts.</summary>
internal sealed record TrainingTurn(
    IReadOnlyList<(List<string> Features, ActKind Rule, bool Asks)> Phrases, IReadOnlyList<ActKind> Acts)
{
    /// <summary>The turns of recorded calls, with what was said before them.</summary>
    public static IEnumerable<TrainingTurn> OfCalls(IEnumerable<Call> calls)
    {
        foreach (var call in calls)
        {
            var world = CallWorld.Load(call.Suite);
            var vocabulary = ActsTally.Vocabulary(world);
            var ear = new Ear(vocabulary, world.Now, null);
            var context = new EarContext(vocabulary, world.Now);
            for (var at = 0; at < call.Messages.Count; at++)
            {
                if (ActsTally.Said(call.Messages[at]) is not { } said)
                {
                    continue;
                }

                if (said.ByCaller)
                {
                    context.CallerSaid(said.Words);
                    continue;
                }

                if (call.Labels.TryGetValue(at, out var label))
                {
                    yield return Of(ear, context, said.Words, label.Acts.Select(static act => act.Act));
                }

                context.AgentSaid(ear.Hear(said.Words, context));
            }
        }
    }

    /// <summary>Written turns, each with the caller's words before it: a JSON object a line.</summary>
    public static IEnumerable<TrainingTurn> OfLines(string path) =>
        File.ReadLines(path).Where(static line => line.Length > 0).Select(static line => JsonElement.Parse(line))
            .Select(static root => OfOne(root.GetProperty("caller_before").GetString() ?? "",
                root.GetProperty("text").GetString() ?? "",
                root.GetProperty("acts").EnumerateArray().Select(static act => act.GetProperty("act").GetString() ?? "")));

    /// <summary>The turns beside this program: acts, the caller's words and the agent's, with tabs between.</summary>
    public static IEnumerable<TrainingTurn> OfTable() =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "written.tsv")).Select(static line => line.Split('\t'))
            .Select(static cells => OfOne(cells[1], cells[2], cells[0].Split(' ')));

    private static TrainingTurn OfOne(string caller, string agent, IEnumerable<string> acts)
    {
        var now = new DateTime(2026, 5, 20, 9, 0, 0, DateTimeKind.Unspecified);
        var context = new EarContext(SlotVocabulary.Everyday, now);
        if (caller.Length > 0)
        {
            context.CallerSaid(caller);
        }

        return Of(new Ear(SlotVocabulary.Everyday, now, null), context, agent, acts);
    }

    private static TrainingTurn Of(Ear ear, EarContext context, string words, IEnumerable<string> acts)
    {
        var (turn, phrases) = ear.ByRule(words, context);
        return new TrainingTurn(
            [.. phrases.Select((phrase, at) => (PhraseFeatures.Of(turn, phrases, at), Rule(turn, phrase), phrase.Asks))],
            [.. acts.Select(ActNames.AskingAct).OfType<ActKind>()]);
    }

    private static ActKind Rule(Hearing turn, Phrase phrase) =>
        Enum.Parse<ActKind>(PhraseFeatures.RuleOf(turn, phrase)) is var kind && ActModel.Decides(kind) ? kind : ActKind.Other;
}
