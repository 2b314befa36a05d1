using System.Text.Json.Serialization;

namespace Tollgate.Runs.Storage;

[JsonSerializable(typeof(string[]))]
internal sealed partial class RunJson : JsonSerializerContext;
