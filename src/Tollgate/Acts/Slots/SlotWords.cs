using Tollgate.Acts.Phrasing;
using Tollgate.Language;
using Tollgate.Language.Words;

namespace Tollgate.Acts.Slots;

/// <summary>English words for what an agent may ask for.</summary>
internal static class SlotWords
{
    private static readonly (SlotKind Kind, string Phrases)[] Table =
    [
        (SlotKind.Name,
            "name|names|first name|last name|full name|surname|family name|given name|first and last|"
            + "maiden name|middle name|christian name|forename|first and last name"),
        (SlotKind.Phone,
            "phone|phone number|telephone|telephone number|callback number|call back number|call-back number|contact number|"
            + "cell|cell phone|cell number|mobile|mobile number|landline|phone numbers|contact details|number to reach|"
            + "number to call|number for you|area code|area code first|best number|good number|new number|daytime number|home number|work number"),
        (SlotKind.Email, "email|e-mail|email address|e-mail address|mail address|emails|recovery email"),
        (SlotKind.DateOfBirth,
            "date of birth|birth date|year of your birth|year were you born|year you were born|birth year|month were you born|birthdate|birthday|dob|day of birth|day and month of birth|year of birth|month of birth"),
        (SlotKind.Address,
            "address|street|street address|street name|house number|street number|apartment number|unit|unit number|"
            + "apartment|flat number|building|building name|zip|zip code|zipcode|postcode|post code|postal code|"
            + "city|town|suburb|home address|mailing address|delivery address|service address|new address|forwarding address|"
            + "billing address|eircode|cross street|service zip"),
        (SlotKind.Day,
            "day|days|date|dates|weekday|which day|what day|what date|day of the week|start date|end date|move-out date|"
            + "day or date|availability|move-out|move out|move-in|due date|expiry date"),
        (SlotKind.Time,
            "time|times|time of day|what time|hour|time slot|slot|half of the day|part of the day|window|time window|start time"),
        (SlotKind.Duration, "duration|how long|how many months|how many weeks|how many nights|how many days|how many hours|how many minutes|months|weeks|nights|term|length of stay|many months|many nights|many weeks|many days"),
        (SlotKind.Quantity,
            "quantity|how many|how big a party|party size|head count|headcount|many people|number of people|number of guests|number of seats|"
            + "number of lines|group size|meter reading"),
        (SlotKind.Amount, "amount|how much|budget|price range|sum|dollar amount|price limit"),
        (SlotKind.Code,
            "serial|plate|license plate|licence plate|plate number|pin|passcode|promo code|voucher|sort code|asset tag|"
            + "tag|barcode|card details|reference|reference code|registration|reg|tracking|policy|last four|last four digits|"
            + "last three|security code|verification code|one-time code|card code|expiry|vin|code|confirmation code|promo|"
            + "discount code|voucher code|gift code|gate code"),
        (SlotKind.Message, "message|note|message to say|pass on|pass along|him to know|her to know|them to know|tell him|tell her|tell them|text of the message|wording"),
        (SlotKind.Reason,
            "reason|problem|trouble|issue|matter|question|concern|purpose|complaint|reason for your call|reason for the visit"),
    ];

    private static readonly HashSet<string> Numbering = ["number", "id", "code", "reference", "tag", "ref",
        "digits"];

    private static readonly HashSet<string> NoModifiers =
    [
        "a", "an", "the", "your", "that", "this", "my", "his", "her", "their", "our", "of", "for", "what", "which",
            "and",
        "or", "best", "good", "right", "new", "old", "current", "whole", "full", "me", "you", "another", "one",
            "any", "every",
        "to", "same", "such", "is", "other", "different", "in", "on", "with", "it", "no", "correct", "there", "have",
        "give", "get", "by", "wrong", "only", "exact", "member's", "under", "from", "callback", "long", "first", "last", "next", "quick", "big", "large",
    ];

    /// <summary>Every phrase with its kind.</summary>
    public static IEnumerable<(string Phrase, SlotKind Kind)> Everyday =>
        Table.SelectMany(static row => row.Phrases.Split('|').Select(phrase => (phrase, row.Kind)));

    /// <summary>"Ticket number", "member ID", "employee no": any noun before a word for numbering is a code.</summary>
    public static SlotMention? Numbered(List<Token> tokens, int at, int end) =>
        at + 1 < end && tokens[at].Stop == '\0' && Numbering.Contains(tokens[at + 1].Word)
        && tokens[at].Word.Length > 2 && !NoModifiers.Contains(tokens[at].Word)
            && !NumberWords.IsNumberWord(tokens[at].Word)
            ? new SlotMention(at, at + 2, SlotKind.Code, null)
            : null;

    /// <summary>What an argument of this name holds.</summary>
    public static SlotKind KindOf(string[] words, string? compare)
    {
        bool Has(params ReadOnlySpan<string> any)
        {
            foreach (var word in any)
            {
                if (Array.IndexOf(words, word) >= 0)
                {
                    return true;
                }
            }

            return false;
        }

        return compare is "phone" || Has("phone", "telephone", "mobile") ? SlotKind.Phone
            : compare is "email" || Has("email", "mail") ? SlotKind.Email
            : Has("birth", "dob", "birthday", "birthdate") ? SlotKind.DateOfBirth
            : Has("address", "street", "house", "unit", "city", "town", "postcode", "zip", "postal", "building",
                "apartment")
                && !Has("id") ? SlotKind.Address
            : Has("id", "code", "number", "no", "ref", "reference", "tag", "plate", "serial", "pin", "promo", "voucher")
                ? SlotKind.Code
            : Has("name", "surname") ? SlotKind.Name
            : compare is "time" || Has("time", "hour", "half", "window", "slot") ? SlotKind.Time
            : compare is "date" || Has("day", "date", "until", "since") || (Has("out", "in", "up")
                && Has("move", "check", "pick"))
                ? SlotKind.Day
            : Has("months", "weeks", "nights", "minutes", "hours", "years", "duration", "term", "length")
                ? SlotKind.Duration
            : Has("quantity", "count", "seats", "guests", "people", "lines", "bedrooms", "party", "size",
                "quantities", "number")
                ? SlotKind.Quantity
            : Has("amount", "price", "budget", "sum", "limit", "rate") ? SlotKind.Amount
            : Has("message", "note", "text", "wording", "body", "notes") ? SlotKind.Message
            : Has("reason", "problem", "symptom", "symptoms", "issue", "description", "summary", "complaint", "topic")
                ? SlotKind.Reason
            : compare is "code" ? SlotKind.Code
            : SlotKind.Other;
    }

    /// <summary>"One digit at a time", "once more this time": no time is asked for.</summary>
    public static bool IsIdiom(List<Token> tokens, SlotMention mention) =>
        mention.End - mention.Start == 1 && tokens[mention.Start].Word is "time" or "times"
        && mention.Start > 0
        && (tokens[mention.Start - 1].Word is "more" or "this" or "last" or "first" or "next" or "another"
            or "second" or "of" or "long"
            or "some" or "every" or "any" or "same" or "your" or "no" or "each"
            || (tokens[mention.Start - 1].Word == "a" && NumberWords.Is(tokens, mention.Start - 2, "at")));

    /// <summary>How people ask for an argument of this name.</summary>
    /// <param name="words">Its name's words.</param>
    /// <param name="kind">What it holds.</param>
    /// <param name="isToldByCallers">
    /// It is described: callers give it, so its noun alone may ask for it. Other identifiers only come from records.
    /// </param>
    public static IEnumerable<string> PhrasesOf(string[] words, SlotKind kind, bool isToldByCallers)
    {
        yield return string.Join(' ', words);
        if (words.Length == 1)
        {
            if (kind == SlotKind.Code)
            {
                yield return words[0] + " code";
                yield return words[0] + " number";
            }

            yield break;
        }

        var head = string.Join(' ', words[..^1]);
        if (words[^1] is "id" or "number" or "no" or "code" or "ref" or "reference")
        {
            yield return head + " number";
            yield return head + " id";
            yield return head + " code";
            yield return head + " reference";
            yield return head + " reference number";
            if (isToldByCallers)
            {
                yield return head;
            }
        }
    }
}
