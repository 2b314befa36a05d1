namespace Tollgate.Wires.Requests;

/// <summary>
/// A provider's hosts, and the variables that hold its keys: OPENAI_API_KEY is for api.openai.com.
/// </summary>
/// <param name="VariablePrefix">How the variables' names begin: <c>OPENAI_</c>.</param>
/// <param name="Hosts">Its hosts; one that begins with a dot stands for every host under it.</param>
internal sealed record KnownProvider(string VariablePrefix, params IReadOnlyList<string> Hosts)
{
    /// <summary>Whether the variable holds a key for the host.</summary>
    public bool Owns(string variable, string host) =>
        variable.StartsWith(VariablePrefix, StringComparison.Ordinal)
        && Hosts.Any(own => own[0] == '.'
            ? host.EndsWith(own, StringComparison.OrdinalIgnoreCase)
            : host.Equals(own, StringComparison.OrdinalIgnoreCase));
}
