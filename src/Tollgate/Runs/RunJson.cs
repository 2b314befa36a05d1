using System.Text.Json.Serialization;

namespace Tollgate.Runs;

[JsonSerializable(typeof(string[]))]
internal sealed partial class RunJson : JsonSerializerContext;
