using Tollgate.Language.Words;

namespace Tollgate.Language.Facts;

/// <summary>
/// Words that English writes with a capital and that name no person, firm or place: peoples and their languages, units
/// that are called after people, currencies, beliefs and feasts, zones of time, and what is known by its letters.
/// Words that people are also called by ("Kelvin", "Eve") are among them only in the place of a unit.
/// </summary>
internal static class NamelessCapitals
{
    // Adjectives of peoples, their languages, and those that belong to them.
    private static readonly HashSet<string> Peoples = Set(
        "afghan african afrikaans albanian algerian american amharic angolan anglo arab arabic argentine argentinian armenian "
        + "asian australian austrian azerbaijani bahamian bangladeshi basque belarusian belgian bengali bolivian bosnian "
        + "brazilian breton british bulgarian burmese californian cambodian cameroonian canadian cantonese caribbean catalan "
        + "caucasian chilean chinese colombian congolese creole croatian cuban cypriot czech danish dominican dutch ecuadorian "
        + "egyptian english englishman englishwoman eritrean estonian ethiopian european farsi filipino finnish flemish french frenchman "
        + "frenchwoman gaelic galician georgian german ghanaian greek greenlandic guatemalan gujarati haitian hausa hawaiian "
        + "hebrew hindi hispanic hmong honduran hungarian icelandic igbo indian indonesian iranian iraqi irish irishman israeli "
        + "italian ivorian jamaican japanese javanese jordanian kazakh kenyan khmer korean kurdish kuwaiti lao laotian latin "
        + "latina latino latvian lebanese liberian libyan lithuanian luxembourgish macedonian malagasy malay malayalam "
        + "malaysian maltese mandarin maori marathi mediterranean mexican moldovan mongolian moroccan nepalese nepali nigerian "
        + "nordic norwegian pakistani palestinian panamanian paraguayan pashto persian peruvian polish polynesian portuguese "
        + "punjabi quechua romanian russian rwandan salvadoran samoan saudi scandinavian scottish senegalese serbian sicilian "
        + "sinhala slavic slovak slovene slovenian somali spaniard spanish sudanese swahili swede swedish swiss syrian tagalog taiwanese "
        + "tamil telugu texan thai tibetan tigrinya tongan tunisian turk turkish ugandan ukrainian urdu uruguayan uyghur uzbek "
        + "venezuelan vietnamese welsh welshman xhosa yemeni yiddish yoruba zulu");

    private static readonly HashSet<string> Things = Set(
        "fahrenheit celsius centigrade hertz megahertz gigahertz kilohertz kilowatt kilowatt-hour megabyte gigabyte terabyte "
        + "decibel horsepower kilometer kilometre kilogram milligram milliliter millilitre "
        + "dollar euro pound sterling rupee peso yen yuan renminbi baht dirham dinar riyal ruble rouble shekel krona krone "
        + "kroner kronor forint zloty naira shilling rand lira ringgit rupiah bitcoin "
        + "bible biblical buddhist catholic christian hindu jewish jew koran mormon muslim islamic orthodox protestant quran "
        + "sikh torah "
        + "christmastime chanukah diwali eid halloween hanukkah juneteenth kwanzaa lent mardi memorial labor labour passover "
        + "pentecost purim ramadan rosh hashanah sabbath shabbat thanksgiving yom kippur xmas "
        + "eastern pacific central greenwich "
        + "bluetooth braille ethernet gregorian internet roman web");

    // Known by their letters: units, zones of time, and what people on the phone say.
    private static readonly HashSet<string> Letters = Set(
        "mph kph kmh km kg lb lbs mg ml mm cm ft oz psi rpm bpm hz khz mhz ghz kb mb gb tb mbps gbps kwh btu hp dpi fps "
        + "usd eur gbp jpy cad aud chf inr mxn cny "
        + "est edt cst cdt mst mdt pst pdt akst hst gmt utc cet cest bst ist jst "
        + "asap eta fyi rsvp diy vip ac hvac gps usb hdmi led lcd pdf url html qr sim isbn vin mri ct ekg ecg iv er icu ppo "
        + "hmo hsa fsa ira apr apy ach iban bic vat gst hoa mls pto hr cpr ssd ram cpu url ip dns mfa otp 2fa suv rv mpg");

    // People, and units called after them: a unit behind a number or degrees, and before "scale".
    private static readonly HashSet<string> Eponyms = Set(
        "kelvin newton pascal joule watt volt amp ampere ohm bel richter beaufort mercalli mohs scoville rankine apgar "
        + "fujita saffir-simpson mach baume brix");

    /// <summary>The word names nobody there.</summary>
    public static bool Contains(List<Token> tokens, int at)
    {
        var word = NameRule.Form(tokens[at].Word);
        var first = word.Split('-')[0];
        return IsNameless(word) || IsNameless(first) || (Holds(Eponyms, first) && IsUnit(tokens, at));
    }

    private static bool IsNameless(string word) =>
        Holds(Peoples, word) || Holds(Things, word) || Letters.Contains(word);

    private static bool Holds(HashSet<string> words, string word) =>
        words.Contains(word) || (word.EndsWith('s') && words.Contains(word[..^1]));

    private static bool IsUnit(List<Token> tokens, int at)
    {
        var before = at > 0 && tokens[at - 1].Stop == '\0' ? tokens[at - 1].Word : "";
        var next = at + 1 < tokens.Count && tokens[at].Stop == '\0' ? tokens[at + 1].Word : "";
        return next is "scale" or "score" || before is "degrees" or "degree"
            || (before.Length > 0 && (char.IsAsciiDigit(before[0]) || NumberWords.IsNumberWord(before)));
    }

    private static HashSet<string> Set(string words) => [.. words.Split(' ')];
}
