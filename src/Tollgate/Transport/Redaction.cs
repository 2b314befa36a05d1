using Tollgate.Exchanges;

namespace Tollgate.Transport;

/// <summary>Takes keys out of a provider's message before anybody sees it.</summary>
internal static class Redaction
{
    private const int TellTaleLength = 6;

    /// <summary>
    /// The message without the target's secrets: neither whole nor as providers echo them, which is their first letters
    /// with asterisks behind.
    /// </summary>
    public static Failure Redact(Failure failure, Target target)
    {
        var message = failure.Message;
        foreach (var secret in target.Headers.Values.Prepend(target.ApiKey))
        {
            message = Redact(message, secret.Reveal());
        }

        return message == failure.Message ? failure : failure with { Message = message };
    }

    private static string Redact(string message, string secret)
    {
        if (secret.Length < TellTaleLength)
        {
            return message;
        }

        message = message.Replace(secret, "***", StringComparison.Ordinal);
        return string.Join(' ', message.Split(' ').Select(word => Echoes(word, secret) ? "***" : word));
    }

    private static bool Echoes(string word, string secret) =>
        (word.Contains('*') || word.Contains("...", StringComparison.Ordinal) || word.Contains('…'))
        && (word.Contains(secret[..TellTaleLength], StringComparison.Ordinal)
            || word.Contains(secret[^4..], StringComparison.Ordinal));
}
