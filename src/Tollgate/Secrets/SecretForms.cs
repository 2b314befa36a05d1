using System.Net;
using System.Text.Encodings.Web;

namespace Tollgate.Secrets;

/// <summary>The forms in which a secret turns up again: in logs of headers, in echoes, in error messages.</summary>
internal static class SecretForms
{
    private const int LongPart = 12;

    private static readonly string[] Schemes = ["Bearer", "Basic", "Token", "Key", "ApiKey"];

    /// <summary>Every form of a value, the value itself among them.</summary>
    /// <param name="value">A key, or a header's value such as <c>Bearer KEY</c>.</param>
    /// <returns>
    /// The form, and whether it is what base64 makes of the value inside a longer text, as in <c>user:KEY</c>, so that
    /// the text around it belongs to it.
    /// </returns>
    public static IEnumerable<(string Text, bool IsPartOfMore)> Of(string value)
    {
        foreach (var part in Parts(value).Distinct())
        {
            yield return (part, false);
            foreach (var escaped in Escaped(part))
            {
                yield return (escaped, false);
            }

            // All but a few of its letters are as good as the key.
            for (var i = 0; KeyShapes.MayBe(part) && i + LongPart <= part.Length; i++)
            {
                yield return (part.Substring(i, LongPart), true);
            }

            foreach (var (core, isPart) in Base64(Encoding.UTF8.GetBytes(part)))
            {
                yield return (core, isPart);
            }
        }
    }

    /// <summary>A character of base64, or of its form for URLs.</summary>
    public static bool IsBase64(char c) => char.IsAsciiLetterOrDigit(c) || c is '+' or '/' or '-' or '_' or '=';

    // The credentials behind a scheme (RFC 9110, 11.4), and the password in those of Basic (RFC 7617).
    private static IEnumerable<string> Parts(string value)
    {
        yield return value;
        var space = value.IndexOf(' ');
        if (space <= 0 || !Schemes.Contains(value[..space], StringComparer.OrdinalIgnoreCase))
        {
            yield break;
        }

        var credentials = value[(space + 1)..].Trim();
        yield return credentials;
        var bytes = new byte[credentials.Length];
        if (Convert.TryFromBase64String(credentials, bytes, out var count)
            && Encoding.UTF8.GetString(bytes, 0, count) is var pair && pair.IndexOf(':') is > 0 and var colon)
        {
            yield return pair;
            yield return pair[(colon + 1)..];
        }
    }

    private static IEnumerable<string> Escaped(string value)
    {
        yield return Uri.EscapeDataString(value);
        yield return WebUtility.UrlEncode(value);
        yield return WebUtility.HtmlEncode(value);
        yield return JavaScriptEncoder.Default.Encode(value);
        yield return JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(value);
        yield return value.Replace("/", "\\/", StringComparison.Ordinal);
        yield return Convert.ToHexString(Encoding.UTF8.GetBytes(value));
    }

    // Three bytes are four characters; so what stands before the value shifts it by none, one or two bytes, and only
    // the characters that are all of its own are sure.
    private static IEnumerable<(string Text, bool IsPart)> Base64(byte[] value)
    {
        for (var before = 0; before < 3; before++)
        {
            var bytes = new byte[before + value.Length];
            value.CopyTo(bytes, before);
            var text = Convert.ToBase64String(bytes).TrimEnd('=');
            var start = before == 0 ? 0 : before + 1;
            var end = text.Length - (bytes.Length % 3 == 0 ? 0 : 1);
            if (end > start)
            {
                var core = text[start..end];
                yield return (core, true);
                yield return (core.Replace('+', '-').Replace('/', '_'), true);
            }
        }
    }
}
