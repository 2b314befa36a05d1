namespace Tollgate.Sessions.Phone;

/// <summary>When the caller is going to speak into a reply.</summary>
/// <param name="playback">What the caller hears.</param>
/// <param name="afterWords">
/// After so many words of the reply, 1 or more; null for the rest of a turn that was cut short.
/// </param>
/// <param name="atNs">The instant, on the call's clock, where it does not hang on the reply.</param>
/// <param name="stream">The reply: the words of what was said before it in the turn do not count.</param>
internal sealed class Interruption(Playback playback, int? afterWords, long? atNs, int stream)
{
    /// <summary>The caller breaks in, and does not merely go on with a turn that was cut short.</summary>
    public bool IsBargeIn => afterWords is not null;

    /// <summary>The instant; null while it is not known, and for ever where the reply is too short.</summary>
    public long? DueNs => atNs ?? (afterWords is { } words ? playback.HeardAtNs(words, stream) : null);
}
