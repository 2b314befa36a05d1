using System.Runtime.CompilerServices;
using Tollgate.Exchanges;

namespace Tollgate.Secrets;

/// <summary>What must not be seen of a target: its key, the values of its headers and of its variables.</summary>
internal sealed class TargetSecrets
{
    private static readonly ConditionalWeakTable<Target, TargetSecrets> Known = [];

    private readonly Redactor ofMessages;
    private readonly Redactor ofContent;
    private readonly IReadOnlyList<(string Value, string? Variable)> variables;

    private TargetSecrets(Target target)
    {
        variables =
        [
            .. target.Variables.Select(static one => (one.Value.Reveal(), (string?)one.Key))
                .Where(static one => one.Item1.Length > 0).OrderByDescending(static one => one.Item1.Length),
        ];
        List<(string, string?)> keys = [.. variables, (target.ApiKey.Reveal(), null)];
        keys.AddRange(target.Headers.Where(static one => HoldsAKey(one.Key, one.Value.Reveal()))
            .Select(static one => (one.Value.Reveal(), (string?)null)));
        ofContent = new Redactor(keys);
        ofMessages = new Redactor(keys.Concat(target.Headers.Values.Select(
            static value => (value.Reveal(), (string?)null))));
    }

    /// <summary>Those of a target; worked out once for each.</summary>
    public static TargetSecrets Of(Target target) => Known.GetValue(target, static one => new TargetSecrets(one));

    /// <summary>A message, a name or another short text from outside, without any of them.</summary>
    public string InMessage(string text) => ofMessages.Redact(text);

    /// <inheritdoc cref="InMessage"/>
    public string? InAnyMessage(string? text) => ofMessages.RedactAny(text);

    /// <summary>
    /// What a model said, without keys. The value of a header such as <c>x-team: voice</c> is no key: a model may say
    /// that word.
    /// </summary>
    public string InContent(string text) => ofContent.Redact(text);

    /// <summary>
    /// What the target itself is, as its plan has it: with its variables by their names, however short their values.
    /// </summary>
    public string AsWritten(string text) =>
        variables.Aggregate(text, static (written, variable) =>
            written.Replace(variable.Value, $"${{{variable.Variable}}}", StringComparison.Ordinal));

    private static bool HoldsAKey(string header, string value) =>
        PlainUrl.IsOfAKey(header) || header.Equals("cookie", StringComparison.OrdinalIgnoreCase)
        || KeyShapes.AreIn(value) || KeyShapes.MayBe(value);
}
