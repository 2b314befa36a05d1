namespace Tollgate.Scores.Claims.World;

/// <summary>Classes of what an agent can do for a caller; a verb or a tool may belong to several.</summary>
[Flags]
internal enum ActionKinds
{
    None = 0,
    Book = 1,
    Change = 1 << 1,
    Cancel = 1 << 2,
    Send = 1 << 3,
    Submit = 1 << 4,
    Note = 1 << 5,
    Notify = 1 << 6,
    Transfer = 1 << 7,
    Pay = 1 << 8,
    Refund = 1 << 9,
    Order = 1 << 10,
    Hold = 1 << 11,
    Close = 1 << 12,
    Reset = 1 << 13,
    Assign = 1 << 14,
    Renew = 1 << 15,

    /// <summary>Looking something up.</summary>
    Look = 1 << 16,

    /// <summary>Any of them: "done".</summary>
    Any = 1 << 17,
}
