using Tollgate.Scores.Claims.World;

namespace Tollgate.Scores.Claims.Checks;

/// <summary>An action that a sentence claims.</summary>
/// <param name="Acts">What it may be.</param>
/// <param name="Stem">The verb's stem.</param>
/// <param name="Voice">How it is claimed.</param>
/// <param name="Token">Where the verb stands.</param>
/// <param name="IsFirm">It says so in so many words; else it may be meant otherwise.</param>
internal readonly record struct ActionClaim(ActionKinds Acts, string Stem, ActionVoice Voice, int Token, bool IsFirm);
