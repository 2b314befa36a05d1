using System.Text.Json;

namespace Tollgate.Suites;

/// <summary>The JSON Schema of a tool's arguments. Immutable; safe for concurrent use.</summary>
public sealed class ArgumentSchema
{
    /// <summary>The schema for a text; the same text gives the same object.</summary>
    /// <exception cref="FormatException">It is no JSON Schema of an object; the message says why.</exception>
    public static ArgumentSchema Of(string parametersJson) => throw new NotImplementedException();

    /// <summary>What the schema forbids in the arguments; empty where they are right.</summary>
    public IReadOnlyList<SchemaProblem> Check(JsonElement arguments) => throw new NotImplementedException();
}
