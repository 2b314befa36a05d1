namespace Tollgate.Wires.Requests;

/// <summary>What a user may choose of how a wire writes its requests.</summary>
[Flags]
internal enum RequestChoices : byte
{
    None = 0,

    /// <summary>The field that limits an answer's tokens.</summary>
    TokenLimit = 1,

    /// <summary>Whether token counts are asked for with <c>stream_options</c>.</summary>
    StreamOptions = 2,
}
