namespace Tollgate.Acts.Phrasing;

/// <summary>What the verb of a phrase does to a call.</summary>
internal enum Deed : byte
{
    /// <summary>There is no verb that the frame could read.</summary>
    None,

    /// <summary>To say something: give, tell, read, spell, repeat.</summary>
    Tell,

    /// <summary>To be told something: have, get, take, know.</summary>
    Receive,

    /// <summary>To look for something: check, look, see, find.</summary>
    Look,

    /// <summary>To wait: hold, stay, bear.</summary>
    Wait,

    /// <summary>To bring the caller and somebody else together: connect, transfer, put through.</summary>
    PassOn,

    /// <summary>Anything else: book, cancel, send.</summary>
    Act,
}
