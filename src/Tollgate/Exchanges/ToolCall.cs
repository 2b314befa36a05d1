namespace Tollgate.Exchanges;

/// <summary>A call that the model makes.</summary>
/// <param name="Id">The provider's name for the call.</param>
/// <param name="Name">The tool.</param>
/// <param name="ArgumentsJson">The arguments as the model wrote them: it may be no valid JSON.</param>
public sealed record ToolCall(string Id, string Name, string ArgumentsJson);
