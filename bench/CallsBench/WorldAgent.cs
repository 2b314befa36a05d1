namespace Tollgate.CallsBench;

/// <summary>An agent as the model was told of it.</summary>
internal sealed record WorldAgent(
    string System, string Greeting, IReadOnlyList<string> Tools, IReadOnlyList<string> HandsOverTo);
