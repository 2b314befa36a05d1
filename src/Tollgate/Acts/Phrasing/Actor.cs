namespace Tollgate.Acts.Phrasing;

/// <summary>Who is to do what a phrase speaks of.</summary>
internal enum Actor : byte
{
    /// <summary>Nobody that the frame could read.</summary>
    None,

    /// <summary>The caller: "could you read it", "please hold".</summary>
    Caller,

    /// <summary>The agent, or somebody on its side: "shall I book it", "want us to call you".</summary>
    Agent,
}
