namespace Tollgate.Exchanges;

/// <summary>A tool that is offered to the model.</summary>
/// <param name="Name">Its name, unique in a prompt.</param>
/// <param name="Description">What it is for, in the model's hands.</param>
/// <param name="ParametersJson">A JSON Schema object of its arguments.</param>
public sealed record ToolDefinition(string Name, string Description, string ParametersJson);
