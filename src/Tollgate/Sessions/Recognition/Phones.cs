namespace Tollgate.Sessions.Recognition;

/// <summary>
/// The phones of ARPAbet as bytes, and how readily a telephone (300 to 3400 Hz) lets one pass for another: 0 for the
/// same, 1 for a vowel against a consonant. Drawn from articulatory features; hiss is cut by the band, so the
/// fricatives and the nasals lie close together.
/// </summary>
internal static class Phones
{
    private static readonly string[] Names =
    [
        "AA", "AE", "AH", "AO", "AW", "AY", "EH", "ER", "EY", "IH", "IY", "OW", "OY", "UH", "UW",
        "B", "CH", "D", "DH", "F", "G", "HH", "JH", "K", "L", "M", "N", "NG", "P", "R", "S", "SH", "T", "TH", "V", "W",
        "Y", "Z", "ZH",
    ];

    // Height (0 open to 3 close), backness (0 front to 2 back), where a diphthong glides to (0 none, 1 front, 2 back).
    private static readonly (double Height, double Back, int Glide)[] Vowels =
    [
        (0, 1.6, 0), (0.4, 0, 0), (1.2, 1, 0), (0.7, 2, 0), (0.2, 1.2, 2), (0.2, 1.2, 1), (1.2, 0, 0), (1.5, 1, 0),
        (1.9, 0, 1), (2.4, 0.2, 0), (3, 0, 0), (1.9, 2, 2), (1, 2, 1), (2.4, 1.8, 0), (3, 1.9, 0),
    ];

    // Place (0 lips to 6 throat), manner (0 stop, 1 affricate, 2 fricative, 3 nasal, 4 glide or liquid), voice.
    private static readonly (double Place, int Manner, bool Voiced)[] Consonants =
    [
        (0, 0, true), (3, 1, false), (2, 0, true), (1, 2, true), (0.5, 2, false), (5, 0, true), (6, 2, false),
        (3, 1, true), (5, 0, false), (2, 4, true), (0, 3, true), (2, 3, true), (5, 3, true), (0, 0, false),
        (3, 4, true), (2, 2, false), (3, 2, false), (2, 0, false), (1, 2, false), (0.5, 2, true), (0, 4, true),
        (4, 4, true), (2, 2, true), (3, 2, true),
    ];

    private static readonly double[] Apart = Measure();
    private static readonly double[] Loss = [.. Names.Select(Weight)];

    public static int Count => Names.Length;

    /// <summary>The phones of "W AH N"; throws where one is none.</summary>
    public static byte[] Parse(string names) =>
        [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Index)];

    public static string Format(ReadOnlySpan<byte> phones)
    {
        var names = new string[phones.Length];
        for (var i = 0; i < names.Length; i++)
        {
            names[i] = Names[phones[i]];
        }

        return string.Join(' ', names);
    }

    public static bool IsVowel(byte phone) => phone < Vowels.Length;

    public static double Distance(byte one, byte other) => Apart[(one * Names.Length) + other];

    /// <summary>The distances from a phone to each other one.</summary>
    public static ReadOnlySpan<double> DistancesFrom(byte phone) => Apart.AsSpan(phone * Names.Length, Names.Length);

    /// <summary>What it costs to lose or to add the phone.</summary>
    public static double LossOf(byte phone) => Loss[phone];

    private static byte Index(string name)
    {
        var index = Array.IndexOf(Names, name);
        return index >= 0 ? (byte)index : throw new FormatException($"'{name}' is not a phone of ARPAbet.");
    }

    private static double Weight(string name) => name switch
    {
        "HH" or "AH" => 0.35,
        "T" or "D" or "IH" or "N" or "L" or "R" or "Y" or "DH" => 0.5,
        _ => 0.7,
    };

    private static double[] Measure()
    {
        var apart = new double[Names.Length * Names.Length];
        for (var i = 0; i < Names.Length; i++)
        {
            for (var j = 0; j < Names.Length; j++)
            {
                apart[(i * Names.Length) + j] = i == j ? 0 : Between(i, j);
            }
        }

        return apart;
    }

    private static double Between(int i, int j)
    {
        var vowels = Vowels.Length;
        if (i < vowels && j < vowels)
        {
            var (a, b) = (Vowels[i], Vowels[j]);
            return Math.Min(0.8, 0.08 + (0.14 * Math.Abs(a.Height - b.Height)) + (0.12 * Math.Abs(a.Back - b.Back))
                + (a.Glide == b.Glide ? 0 : 0.12));
        }

        if (i >= vowels && j >= vowels)
        {
            var (a, b) = (Consonants[i - vowels], Consonants[j - vowels]);
            var step = Math.Min(0.32, 0.1 * Math.Abs(a.Place - b.Place));
            var sameHiss = a.Manner == b.Manner && a.Manner is 2 or 3;
            return 0.08 + (sameHiss ? step / 2 : step) + (a.Voiced == b.Voiced ? 0 : 0.15)
                + (0.16 * Math.Min(3, Math.Abs(a.Manner - b.Manner)));
        }

        // ER and R, UW and W, IY and Y are one sound in two places.
        var pair = (Names[Math.Min(i, j)], Names[Math.Max(i, j)]);
        return pair is ("ER", "R") or ("UW", "W") or ("OW", "W") or ("IY", "Y") or ("AH", "L") ? 0.35 : 1;
    }
}
