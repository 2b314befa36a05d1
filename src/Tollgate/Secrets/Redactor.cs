using System.Buffers;

namespace Tollgate.Secrets;

/// <summary>
/// Takes secrets out of text that comes from outside or goes there, in every form in which they usually turn up: as
/// they are, encoded (<see cref="SecretForms"/>), and as providers echo them, which is their first letters with
/// asterisks behind. Immutable.
/// </summary>
internal sealed class Redactor
{
    // A shorter value is no key, and striking it out would spoil the text.
    private const int MinLength = 6;
    private const int TellTaleEnd = 4;

    private readonly List<(string Value, string Shown)> secrets;
    private readonly List<(string Form, bool IsPartOfMore, string Shown)> forms;
    private readonly SearchValues<string> any;

    /// <param name="secrets">
    /// The values, each with the name of the variable that held it, or null. Values of less than six characters pass
    /// by.
    /// </param>
    public Redactor(IEnumerable<(string Value, string? Variable)> secrets)
    {
        this.secrets =
        [
            .. secrets.Where(static one => one.Value.Length >= MinLength)
                .DistinctBy(static one => one.Value)
                .Select(static one => (one.Value, one.Variable is null ? "***" : $"${{{one.Variable}}}")),
        ];

        // The longest first: a short one may be a part of it.
        forms =
        [
            .. this.secrets
                .SelectMany(static one => SecretForms.Of(one.Value)
                    .Where(static form => form.Text.Length >= MinLength)
                    .Select(form => (form.Text, form.IsPartOfMore, one.Shown)))
                .DistinctBy(static one => one.Text)
                .OrderByDescending(static one => one.Text.Length),
        ];
        any = SearchValues.Create([.. forms.Select(static one => one.Form)], StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Strikes nothing out.</summary>
    public static Redactor None { get; } = new([]);

    /// <summary>The text without them: *** stands there, or ${NAME} where a variable held the secret.</summary>
    public string Redact(string text)
    {
        if (secrets.Count == 0 || text.Length < MinLength)
        {
            return text;
        }

        return WithoutEchoes(text.AsSpan().ContainsAny(any) ? WithoutForms(text) : text);
    }

    /// <inheritdoc cref="Redact(string)"/>
    public string? RedactAny(string? text) => text is null ? null : Redact(text);

    private string WithoutForms(string text)
    {
        var kept = new StringBuilder(text.Length);
        var from = 0;
        while (text.AsSpan(from).IndexOfAny(any) is >= 0 and var offset)
        {
            var start = from + offset;
            var (form, isPartOfMore, shown) = forms.First(one =>
                text.AsSpan(start).StartsWith(one.Form, StringComparison.OrdinalIgnoreCase));
            var end = start + form.Length;
            if (isPartOfMore)
            {
                // The bits at its ends share a character with what stands beside it.
                while (start > from && SecretForms.IsBase64(text[start - 1]))
                {
                    start--;
                }

                while (end < text.Length && SecretForms.IsBase64(text[end]))
                {
                    end++;
                }
            }

            kept.Append(text, from, start - from).Append(shown);
            from = end;
        }

        return kept.Append(text, from, text.Length - from).ToString();
    }

    private string WithoutEchoes(string text)
    {
        if (!text.Contains('*') && !text.Contains('…') && !text.Contains("...", StringComparison.Ordinal))
        {
            return text;
        }

        var words = text.Split(' ');
        for (var i = 0; i < words.Length; i++)
        {
            foreach (var (value, shown) in secrets.Where(one => Echoes(words[i], one.Value, one.Shown)))
            {
                words[i] = shown;
            }
        }

        return string.Join(' ', words);
    }

    private static bool Echoes(string word, string secret, string shown) =>
        word != shown
        && (word.Contains('*') || word.Contains("...", StringComparison.Ordinal) || word.Contains('…'))
        && (word.Contains(secret[..MinLength], StringComparison.Ordinal)
            || word.Contains(secret[^TellTaleEnd..], StringComparison.Ordinal));
}
