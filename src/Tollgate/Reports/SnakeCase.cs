using System.Text.Json;

namespace Tollgate.Reports;

/// <summary>Names of enumerations as documents spell them.</summary>
internal static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString());
}
