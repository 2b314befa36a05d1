namespace Tollgate.Callers.Wishes;

/// <summary>How far a wish has come, as its caller sees it.</summary>
internal enum WishState : byte
{
    /// <summary>Not brought up yet.</summary>
    Unsaid,

    /// <summary>Brought up, and not met yet.</summary>
    Open,

    /// <summary>The caller takes it for met.</summary>
    Met,

    /// <summary>The caller has given it up: not there, refused, or out of order.</summary>
    Unmet,
}
