using Tollgate.Language.Words;
using Tollgate.Unicode;

namespace Tollgate.Scores.Claims.World;

/// <summary>The words that stand for a call: its tool's name and description, its arguments and its answer.</summary>
internal sealed class CallVocabulary
{
    private readonly HashSet<string> stems = new(StringComparer.Ordinal);

    private CallVocabulary()
    {
    }

    /// <summary>The words of a tool alone.</summary>
    public static CallVocabulary OfTool(string name, ClaimTool? tool)
    {
        var words = new CallVocabulary();
        words.Add(name.Replace('_', ' ').Replace('-', ' '));
        words.Add(tool?.Description ?? "");
        foreach (var argument in tool?.Arguments.Keys ?? [])
        {
            words.Add(argument.Replace('_', ' '));
        }

        return words;
    }

    /// <summary>The words of a call as it was made and answered.</summary>
    public static CallVocabulary Of(CallMade call)
    {
        var words = OfTool(call.Name, call.Tool);
        words.Read(call.ArgumentsJson);
        words.Read(call.AnswerJson);
        return words;
    }

    /// <summary>Whether the stem, or another word for the same thing, is among them.</summary>
    public bool Holds(string stem) => Concepts.IsNear(stem, stems.Contains)
        || (stem.Length > 4 && stems.Any(one => Concepts.AreNear(one, stem)));

    private void Read(string json)
    {
        if (OutsideJson.Parse(json) is { } root)
        {
            Read(root);
        }
        else
        {
            Add(json);
        }
    }

    private void Read(JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (var field in value.EnumerateObject())
                {
                    Add(field.Name.Replace('_', ' '));
                    Read(field.Value);
                }

                break;
            case JsonValueKind.Array:
                foreach (var item in value.EnumerateArray())
                {
                    Read(item);
                }

                break;
            case JsonValueKind.String:
                Add(value.GetString()!.Replace('_', ' '));
                break;
            default:
                break;
        }
    }

    private void Add(string text)
    {
        foreach (var token in Tokens.Of(text))
        {
            stems.Add(Stems.Of(token.Word));
        }
    }
}
