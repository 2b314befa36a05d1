using Tollgate.Exchanges;
using Tollgate.Suites;

namespace Tollgate.Sessions;

/// <summary>One playing of one session with one target.</summary>
/// <param name="SessionId">Its number in the run; the same for every target.</param>
/// <param name="Session">What is played.</param>
/// <param name="Repetition">0 for the first time.</param>
/// <param name="Target">With whom.</param>
/// <param name="Seed">What all its chance comes from; the same for every target.</param>
internal sealed record SessionPlace(long SessionId, SuiteSession Session, int Repetition, Target Target, ulong Seed);
