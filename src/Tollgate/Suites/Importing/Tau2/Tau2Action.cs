namespace Tollgate.Suites.Importing.Tau2;

/// <summary>A call that a task expects.</summary>
/// <param name="Name">The tool.</param>
/// <param name="Arguments">An object.</param>
/// <param name="ByUser">The caller does it, on a device of his own.</param>
internal sealed record Tau2Action(string Name, JsonElement Arguments, bool ByUser);
