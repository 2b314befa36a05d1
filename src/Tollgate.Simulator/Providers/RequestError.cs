namespace Tollgate.Simulator.Providers;

/// <summary>Why a request is refused, in what both providers' error bodies have in common.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Type">The provider's word for the kind of error.</param>
/// <param name="Message">The provider's sentence.</param>
/// <param name="Param">The parameter that is wrong; OpenAI alone has it.</param>
/// <param name="Code">A further word; OpenAI alone has it.</param>
internal sealed record RequestError(
    int Status, string Type, string Message, string? Param = null, string? Code = null);
