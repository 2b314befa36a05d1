namespace Tollgate.Exchanges.Codec;

/// <summary>
/// Texts of which the next is mostly the one before, such as finish reasons, models and messages: a row of equal ones
/// is one string. Not thread-safe.
/// </summary>
internal sealed class RepeatedText
{
    private byte[] bytes = [];
    private string text = "";

    /// <summary>The text of these bytes.</summary>
    public string Of(ReadOnlySpan<byte> utf8)
    {
        if (!utf8.SequenceEqual(bytes))
        {
            bytes = utf8.ToArray();
            text = Encoding.UTF8.GetString(utf8);
        }

        return text;
    }
}
