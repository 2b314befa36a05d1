using Tollgate.Callers.Lines;

namespace Tollgate.Callers.Replies;

/// <summary>A turn that a caller answers.</summary>
/// <param name="Own">What the rules would say.</param>
/// <param name="Options">All that could be said.</param>
/// <param name="MayClose">The wish that is talked about may be over.</param>
/// <param name="IsGuess">The rules have nothing firm to go by.</param>
internal sealed record ReplyCase(
    IReadOnlyList<CallerAct> Own, IReadOnlyList<ReplyOption> Options, bool MayClose, bool IsGuess);
