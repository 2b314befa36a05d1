using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Tollgate.Acts.Slots;
using Tollgate.Callers.Voiced;
using Tollgate.Exchanges;
using Tollgate.Suites;
using Tollgate.Suites.Briefs;
using Tollgate.Unicode;

namespace Tollgate.Sessions.CallerModels;

/// <summary>What a model that plays a caller is told, and how its answer is read.</summary>
internal static class CallerPrompt
{
    private const int MaxTokens = 300;

    private static readonly string Schema = new JsonObject
    {
        ["type"] = "object",
        ["properties"] = new JsonObject
        {
            ["say"] = Typed("string"),
            ["brings_up"] = new JsonObject { ["type"] = "array", ["items"] = Typed("string") },
            ["agrees"] = Typed("boolean"),
            ["hangs_up"] = Typed("boolean"),
        },
        ["required"] = new JsonArray("say", "brings_up", "agrees", "hangs_up"),
        ["additionalProperties"] = false,
    }.ToJsonString();

    /// <summary>The prompt for the next line.</summary>
    /// <param name="system">The text of <see cref="System"/>.</param>
    /// <param name="history">What was heard and said so far, oldest first; it ends with what was heard.</param>
    public static Prompt Of(string system, IReadOnlyList<Message> history) => new()
    {
        System = system,
        Messages = [.. history],
        OutputSchemaJson = Schema,
        MaxOutputTokens = MaxTokens,
        Temperature = 0,
    };

    /// <summary>SHA-256 of all that is asked, in lower-case hexadecimal.</summary>
    public static string KeyOf(Prompt prompt)
    {
        var text = new StringBuilder(prompt.System);
        foreach (var message in prompt.Messages)
        {
            text.Append('\0').Append((int)message.Role).Append('\0').Append(message.Text);
        }

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }

    /// <summary>The line as the model is to write it.</summary>
    public static string Write(string say, IReadOnlyList<string> bringsUp, bool agrees, bool hangsUp) =>
        JsonSerializer.Serialize(new { say, brings_up = bringsUp, agrees, hangs_up = hangsUp });

    /// <summary>The line that the model wrote; null where it is not in the form that was asked for.</summary>
    public static VoicedLine? Read(string text)
    {
        if (OutsideJson.ParseWithin(text) is not { } json
            || !json.TryGetProperty("say", out var say) || say.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        return new VoicedLine(
            SafeText.Line(say.GetString()!).Trim(), // It is a text.
            json.TryGetProperty("brings_up", out var wishes) && wishes.ValueKind == JsonValueKind.Array
                ? [.. wishes.EnumerateArray().Where(static one => one.ValueKind == JsonValueKind.String)
                    .Select(static one => one.GetString()!)]
                : [],
            json.TryGetProperty("agrees", out var agrees) && agrees.ValueKind == JsonValueKind.True,
            json.TryGetProperty("hangs_up", out var hangsUp) && hangsUp.ValueKind == JsonValueKind.True);
    }

    /// <summary>Who the caller is, what he knows and wants, and how to answer.</summary>
    public static string System(Suite suite, Brief brief)
    {
        var text = new StringBuilder()
            .Append("You are a caller on the telephone, in a simulated call. You are a person who wants something, not an assistant; the other side is the agent of ")
            .Append(suite.Description.Length > 0 ? suite.Description.TrimEnd('.') : suite.Name)
            .Append(".\n\nHow to talk: one or two short sentences, as people speak; numbers, dates and times in words. Answer what was asked, as it was asked: slowly, digit by digit or spelled where the agent wants it so. ")
            .Append("Give a fact only when it is asked for, or when you begin with a wish. Never make up a fact: say that you do not know. Where the agent repeats a value of yours wrongly, correct it; where it is right, say so. ")
            .Append("Bring your wishes up one after the other; go on to the next when the last is done or refused. When nothing is left, say goodbye and hang up.\n")
            .Append("\nNow: ").Append(suite.Now.ToString("dddd, yyyy-MM-dd HH:mm", global::System.Globalization.CultureInfo.InvariantCulture))
            .Append("\nYour manner: ").Append(Manner(brief.Temper)).Append('\n');
        if (brief.Facts.Count > 0)
        {
            text.Append("\nYou:\n");
            Facts(text, brief.Facts.Values, suite.Now, "- ");
        }

        foreach (var wish in brief.Wishes)
        {
            Wish(text, wish, suite.Now);
        }

        if (brief.Asides.Count > 0)
        {
            text.Append("\nRemarks that you may make between two wishes, each once:\n");
            foreach (var aside in brief.Asides)
            {
                text.Append("- ").Append(aside).Append('\n');
            }
        }

        return text.Append("\nAnswer with JSON alone: {\"say\": your words, \"brings_up\": [the names of the wishes that you bring up in them for the first time], \"agrees\": true where you give leave or take an offer, \"hangs_up\": true where you hang up behind them}.")
            .ToString();
    }

    private static void Wish(StringBuilder text, Wish wish, DateTime now)
    {
        text.Append("\nWish \"").Append(wish.Name).Append('"');
        if (wish.About.Length > 0)
        {
            text.Append(": ").Append(wish.About);
        }

        text.Append("\n- You begin with it like this: ").Append(wish.Opens).Append('\n');
        Facts(text, wish.Facts.Values, now, "- ");
        foreach (var (slot, accepts) in wish.Accepts)
        {
            text.Append("- Instead of that ").Append(Words(slot)).Append(" you also take ")
                .Append(accepts.Any ? "whatever is offered" : string.Join(" or ", accepts.Values.Select(value =>
                    SpokenValue.Say(wish.Facts[slot].Kind, value, SayingStyle.Plain, now))))
                .Append("; nothing else.\n");
        }

        if (wish.Change is { } change)
        {
            text.Append("- At first you say otherwise, and change your mind once the agent repeats it or says that it is done:\n");
            Facts(text, change.First.Values, now, "  - at first, ");
        }

        foreach (var tells in wish.Tells)
        {
            text.Append("- You want to be told the ").Append(Words(tells.Slot)).Append(".\n");
        }
    }

    private static void Facts(StringBuilder text, IEnumerable<CallerFact> facts, DateTime now, string before)
    {
        foreach (var fact in facts)
        {
            text.Append(before).Append(Words(fact.Slot)).Append(": ")
                .Append(fact.Value is not { } value ? "you do not know it"
                    : fact.Spoken ?? SpokenValue.Say(fact.Kind, value, SayingStyle.Plain, now))
                .Append('\n');
        }
    }

    private static string Manner(Temper temper) => temper switch
    {
        Temper.Talkative => "talkative; you add a remark now and then, but no further facts.",
        Temper.Curt => "curt; as few words as will do.",
        Temper.Hurried => "in a hurry, and you say so.",
        Temper.HardOfHearing => "hard of hearing; now and then you ask to have a long answer repeated.",
        _ => "polite; you say what is needed.",
    };

    private static string Words(string slot) => slot.Replace('_', ' ');

    private static JsonObject Typed(string type) => new() { ["type"] = type };
}
