namespace Tollgate.Simulator.Profiles;

/// <summary>
/// A profile file is wrong. The message is one sentence: file and line, what was found, what was expected.
/// </summary>
internal sealed class ProfileException(string message) : Exception(message);
