using Tollgate.Language;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>
/// Tells whether a call is the one that a claimed action speaks of: by what it is done to, and by what other tools
/// would have done it better.
/// </summary>
internal sealed class ActionFit(ClaimWorld world, IReadOnlyList<CallMade> calls)
{
    private const int MaxObject = 9;
    private const int Margin = 2;

    // What says nothing of its own about the thing that was done.
    private static readonly HashSet<string> Vague = [.. (
        "thing one ones everything part way whole rest side end new old other another first second next last extra whole "
        + "name change detail details information record file system account request time day date week month morning afternoon evening "
        + "minute hour moment copy hold aside place second ahead note mistake error issue problem matter option choice sake person "
        + "already currently between against straight directly still done okay perfect great "
        + "today tomorrow tonight january february march april may june july august september october november december "
        + "monday tuesday wednesday thursday friday saturday sunday").Split(' ').Select(Stems.Of)];

    private readonly Dictionary<CallMade, (string Answer, CallVocabulary Words)> words = [];

    /// <summary>The stems of what the action is done to.</summary>
    public static List<string> ObjectsOf(Sentence sentence, ActionClaim action)
    {
        var clause = sentence.ClauseAt(action.Token);
        var (start, end) = action.Voice == ActionVoice.Passive
            ? (clause.Start, action.Token)
            : (action.Token + 1, Math.Min(clause.End, action.Token + MaxObject));
        var stems = new List<string>();
        for (var i = start; i < end; i++)
        {
            var token = sentence.Tokens[i];
            if (action.Voice != ActionVoice.Passive && i > start
                && token.Word is "so" or "because" or "since" or "before" or "after" or "when" or "if" or "until" or "which" or "who" or "that" or "and")
            {
                break;
            }

            if (Stems.IsContent(token.Word) && (!token.Capital || (token.First && token.Word[^1] == 's'))
                && NumberWords.Ordinal(token.Word) == 0
                && !sentence.Speech.Facts.Exists(fact => fact.Start <= i && i < fact.End)
                && !Vague.Contains(sentence.Stems[i]) && !token.Word.EndsWith("ly", StringComparison.Ordinal)
                && (ActWords.Of(sentence.Stems[i]) == ActionKinds.None || IsNoun(sentence, i)))
            {
                stems.Add(sentence.Stems[i]);
            }

            if (action.Voice != ActionVoice.Passive && token.Stop != '\0')
            {
                break;
            }
        }

        return stems;
    }

    /// <summary>Whether the call has to do with one of the things; with none of them named, any call has.</summary>
    public bool Concerns(CallMade call, List<string> objects) =>
        objects.Count == 0 || call.Tool is not { Description.Length: > 0 } || objects.Exists(Words(call).Holds);

    /// <summary>Whether a tool that was not called successfully would have done the action better than these
    /// calls.</summary>
    public bool IsOfAnother(ActionClaim action, List<string> objects, List<CallMade> done, IReadOnlyList<string> tools)
    {
        var best = done.Max(call => call.Tool is { } own
            && Tokens.Of(own.Description).Exists(token => Stems.Of(token.Word) == action.Stem)
            ? int.MaxValue - Margin : Score(call.Name, call.Tool, action, objects));
        return tools.Any(name => world.Tools.TryGetValue(name, out var tool) && tool.HasEffect
            && !calls.Any(call => call.Name == name && (call.Succeeded || call.IsOpen))
            && Score(name, tool, action, objects) >= best + Margin);
    }

    // The verb in the tool's name, and each thing in its name.
    private static int Score(string name, ClaimTool? tool, ActionClaim action, List<string> objects)
    {
        var parts = name.Split('_', '-').Select(Stems.Of).ToList();
        var isVerb = parts.Contains(action.Stem);
        var isKind = (ActWords.OfTool(name, null) & action.Acts) != 0;
        var named = objects.Count(one => parts.Contains(one));
        var near = objects.Count(one => !parts.Contains(one) && parts.Exists(part => Concepts.AreNear(part, one)));
        var described = objects.Count > 0 && CallVocabulary.OfTool(name, tool) is var words
            ? objects.Count(words.Holds) : 0;
        return !isVerb && named == 0 && !(isKind
            && (action.Acts & (ActionKinds.Book | ActionKinds.Cancel | ActionKinds.Order)) != 0)
            ? 0
            : (isVerb ? 2 : 0) + (isKind ? 2 : 0) + (2 * named) + near + described;
    }

    private static bool IsNoun(Sentence sentence, int at) =>
        sentence.Is(at - 1, "a", "an", "the", "your", "his", "her", "their", "my", "our", "this", "that", "new", "any");

    private CallVocabulary Words(CallMade call)
    {
        if (!words.TryGetValue(call, out var known) || known.Answer != call.AnswerJson)
        {
            words[call] = known = (call.AnswerJson, CallVocabulary.Of(call));
        }

        return known.Words;
    }
}
