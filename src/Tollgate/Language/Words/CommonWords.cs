namespace Tollgate.Language.Words;

/// <summary>
/// Words that name nobody, even where somebody wrote them with a capital: function words, common verbs, kinds of places
/// and of food. Words that people are called by ("Will", "Rose", "Price") stand in none of these lists.
/// </summary>
internal static class CommonWords
{
    private static readonly HashSet<string> Words = [.. (
        "a about after again all also am an and any are as at be been before being below between both but by can did do does "
        + "each either else ever every few for from had has have having he her here him his how i if in into is it its just "
        + "kindly let let's many me more most much must my neither next no nor not nothing now of off on once only or other our "
        + "out over perhaps quite rather same shall she should since so some soon still such sure than that the their them then "
        + "there these they this those though through till to today together tonight too under unfortunately until unless up upon "
        + "very was we were what whatever when where whether which while who whom whose why with within without would "
        + "you your yours yes yet alright great perfect wonderful awesome excellent absolutely certainly correct right currently "
        + "additionally also however instead located called named available morning afternoon evening night noon midnight week "
        + "weekend month hour minute day time date "
        + "add ask book bring buy call cancel check choose come confirm contact find get give go help hold keep know leave like "
        + "look make meet move need open order pay pick please provide put read reach repeat reserve return review say schedule "
        + "search see select send show start stay take tell thank transfer try use verify visit wait want work apologies apologize "
        + "booked cancelled confirmed scheduled reserved found made picked "
        + "psychologist psychiatrist counselor therapist dentist doctor stylist physician nurse mechanic plumber electrician agent "
        + "restaurant cafe grill bar bistro diner taqueria pizzeria bakery kitchen steakhouse sushi pizza cuisine food taverna "
        + "cantina brewery vineyard winery hotel motel inn suites resort apartment apartments house condo museum theater theatre "
        + "cinema airport station hospital clinic office salon garage shop store center centre mall park plaza bank checking "
        + "savings account standard compact economy sedan suv car bus train flight "
        + "authentic chinese italian mexican japanese indian thai vietnamese korean turkish greek german mediterranean asian "
        + "european african californian canadian british irish indonesian filipino brazilian peruvian persian lebanese moroccan "
        + "ethiopian vegetarian vegan seafood barbecue breakfast lunch dinner").Split(' ')];

    // What stands at a sentence's beginning, and is, has or can do something without being anybody.
    private static readonly HashSet<string> Things = [.. (
        "rent location address price cost fare total rating phone number telephone balance parking tax amount name type size room "
        + "bed bath furniture pets smoking wifi check-in checkout pickup drop-off dropoff delivery shipping service staff seating "
        + "admission entry ticket tickets amount pricing availability help support today tomorrow yesterday life love food drinks "
        + "billing insurance coverage payment deposit transport traffic weather temperature humidity wind rain genre director title "
        + "length duration distance color colour category area city street school work business reception breakfast dinner lunch "
        + "customer customers people patients guests members anybody anyone no-one none most many much more less few several two "
        + "first second third last best three four five six seven eight nine ten twelve").Split(' ')];

    private static readonly string[] Endings = ["tion", "sion", "ness", "ility", "ship"];

    /// <summary>The word names nobody, wherever it stands.</summary>
    public static bool NamesNobody(string word) => Words.Contains(word) || (word.Length > 5 && StemOf(word) is { } stem
        && (Words.Contains(stem) || Words.Contains(stem + "e")));

    /// <summary>At the beginning of a sentence, the word is a thing that is or has something.</summary>
    public static bool IsThing(string word) =>
        Things.Contains(word) || NamesNobody(word)
        || Array.Exists(Endings, ending => word.Length > 6 && word.EndsWith(ending, StringComparison.Ordinal));

    // "making", "booking", "confirming", "getting".
    private static string? StemOf(string word)
    {
        if (!word.EndsWith("ing", StringComparison.Ordinal))
        {
            return null;
        }

        var stem = word[..^3];
        return stem.Length > 2 && stem[^1] == stem[^2] && !Words.Contains(stem) ? stem[..^1] : stem;
    }
}
