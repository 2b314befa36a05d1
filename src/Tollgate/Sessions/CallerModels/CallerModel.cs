using System.Security.Cryptography;
using Tollgate.Exchanges;

namespace Tollgate.Sessions.CallerModels;

/// <summary>
/// A model that plays the callers. It gets the brief that the agenda gets; what it wants to say is held against it, and
/// where it does not keep to it the agenda's words are said.
/// </summary>
/// <param name="Target">The model; null where only what was recorded is said again.</param>
internal sealed record CallerModel(Target? Target)
{
    /// <summary>What the model answered in an earlier run, by what it was asked (<c>CallerDraft.Key</c>).</summary>
    public IReadOnlyDictionary<string, string> Recorded { get; init; } = new Dictionary<string, string>();

    /// <summary>SHA-256 of all that was recorded, in lower-case hexadecimal.</summary>
    public string Digest => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\n', Recorded.OrderBy(static one => one.Key, StringComparer.Ordinal)
            .Select(static one => one.Key + JsonSerializer.Serialize(one.Value))))));
}
