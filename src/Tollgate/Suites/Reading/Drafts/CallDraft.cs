using Tollgate.Input;
using Tollgate.Suites.Tools;

namespace Tollgate.Suites.Reading.Drafts;

/// <summary>An expected call with what it was read from.</summary>
/// <param name="Node">Its tool's name.</param>
internal sealed record CallDraft(ExpectedCall Call, YamlNode Node, SuiteTool Tool);
