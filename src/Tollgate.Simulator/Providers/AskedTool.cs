namespace Tollgate.Simulator.Providers;

/// <summary>A tool that the model is going to call.</summary>
/// <param name="ArgumentsJson">Arguments that fit its schema.</param>
internal sealed record AskedTool(string Name, string ArgumentsJson)
{
    /// <summary>Whether the caller's words name the tool: then the model calls it.</summary>
    public static bool IsNamed(string tool, string text) =>
        tool.Length > 0 && (text.Contains(tool, StringComparison.OrdinalIgnoreCase)
            || text.Contains(tool.Replace('_', ' '), StringComparison.OrdinalIgnoreCase));
}
