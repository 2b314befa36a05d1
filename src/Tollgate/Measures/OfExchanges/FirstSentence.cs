using Tollgate.Exchanges;
using Tollgate.Figures;
using Tollgate.Measures.Definitions;
using Tollgate.Measures.Readings;

namespace Tollgate.Measures.OfExchanges;

/// <summary>
/// From sent to the arrival that completes the first sentence of the visible text: when speech can begin with a whole
/// sentence. A sentence ends with a full stop, a question or exclamation mark or an ellipsis before white space or the
/// text's end, closing quotes and brackets included; a text without any is one sentence. Runs that did not keep the
/// text have none.
/// </summary>
internal static class FirstSentence
{
    // A full stop after these is none of a sentence.
    private static readonly string[] Abbreviations =
        ["Dr", "Mr", "Mrs", "Ms", "Prof", "St", "vs", "e.g", "i.e", "a.m", "p.m"];

    public static Measure Measure { get; } = new()
    {
        Name = "first_sentence_ms",
        Title = "First sentence",
        Of = MeasuredOf.Exchange,
        WhenFailed = FailureCounts.Worst,
        IsWarm = true,
        IsClustered = true,
        NeedsText = true,
        Row = new MeasureRow(25) { OnlyWithValues = true },
        Usual = new UsualShape(1_200, 20),
        Draw = Draw,
    };

    private static double? Draw(ExchangeReading reading)
    {
        var left = LengthOf(reading.Exchange.Reply.Text);
        if (left == 0)
        {
            return null;
        }

        foreach (ref readonly var arrival in reading.Line.Arrivals.Span)
        {
            left -= arrival.Kind == ArrivalKind.Text ? arrival.Characters : 0;
            if (left <= 0)
            {
                return ExchangeReading.Ms(arrival.AtNs - reading.SentNs);
            }
        }

        // The arrivals carry less than the text that was kept: nobody can tell.
        return null;
    }

    /// <summary>The code points up to the end of the first sentence; 0 for a text of white space.</summary>
    internal static int LengthOf(string text)
    {
        int points = 0, visible = 0;
        var ends = false;
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                if (ends)
                {
                    return visible;
                }
            }
            else
            {
                visible = points + 1;
                ends = rune.Value is '!' or '?' or '…'
                    || (rune.Value == '.' && !IsAbbreviation(text.AsSpan(0, at)))
                    || (ends && IsClosing(rune));
            }

            points++;
            at += rune.Utf16SequenceLength;
        }

        return visible;
    }

    private static bool IsClosing(Rune rune) => rune.Value is '"' or '\'' or '”' or '’' or ')' or ']' or '*' or '_';

    private static bool IsAbbreviation(ReadOnlySpan<char> before)
    {
        foreach (var abbreviation in Abbreviations)
        {
            if (before.EndsWith(abbreviation, StringComparison.OrdinalIgnoreCase)
                && (before.Length == abbreviation.Length || !char.IsLetterOrDigit(before[^(abbreviation.Length + 1)])))
            {
                return true;
            }
        }

        return false;
    }
}
