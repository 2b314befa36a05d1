namespace Tollgate.Acts.Phrasing;

/// <summary>How a phrase speaks of what is to be done.</summary>
internal enum Tense : byte
{
    /// <summary>Whether the caller would or could do it, or an order: "could you hold", "please hold".</summary>
    Ask,

    /// <summary>Whether the agent may do it: "shall I", "may we", "is it all right if I".</summary>
    Leave,

    /// <summary>Whether the caller wants it: "would you like me to", "do you want".</summary>
    Want,

    /// <summary>That it will be, or is being, done: "I'll", "let me", "I'm looking".</summary>
    Plan,

    /// <summary>That it is about to be done, while the caller waits: "let me".</summary>
    Now,

    /// <summary>That it can be done: "I can".</summary>
    Can,

    /// <summary>That it has been done: "I've just passed".</summary>
    Done,
}
