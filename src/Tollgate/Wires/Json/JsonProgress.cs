namespace Tollgate.Wires.Json;

/// <summary>
/// Follows a JSON object or list that comes in pieces, to know when it is whole. It takes what comes for well-formed.
/// </summary>
internal struct JsonProgress
{
    private int depth;
    private bool begun, inString, escaped;

    /// <summary>Its last bracket came.</summary>
    public readonly bool IsWhole => begun && depth <= 0;

    public void Feed(ReadOnlySpan<byte> utf8)
    {
        foreach (var character in utf8)
        {
            if (escaped)
            {
                escaped = false;
            }
            else if (inString)
            {
                escaped = character == '\\';
                inString = character != '"';
            }
            else
            {
                inString = character == '"';
                var step = character is (byte)'{' or (byte)'[' ? 1 : character is (byte)'}' or (byte)']' ? -1 : 0;
                begun |= step > 0;
                depth += step;
            }
        }
    }
}
