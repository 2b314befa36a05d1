using Tollgate.Exchanges;

namespace Tollgate.Cli;

/// <summary>Whether a target is `tollgate simulate`, which says so in its list of models.</summary>
internal static class SimulatorProbe
{
    private const string Mark = "\"tollgate-simulator\"";
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Asks on this machine alone: no provider gets a request that nobody asked for.</summary>
    public static bool IsSimulator(Target target, Surroundings surroundings)
    {
        if (!target.Url.IsLoopback)
        {
            return false;
        }

        using var handler = new SocketsHttpHandler { UseProxy = false };
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        using var client = new HttpClient(handler) { Timeout = Longest };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target.Url, "/v1/models"));
        if (!target.ApiKey.IsEmpty)
        {
            request.Headers.TryAddWithoutValidation("Authorization", "Bearer " + target.ApiKey.Reveal());
        }

        try
        {
            using var response = client.Send(request, surroundings.Stop);
            using var reader = new StreamReader(response.Content.ReadAsStream(surroundings.Stop));
            return reader.ReadToEnd().Contains(Mark, StringComparison.Ordinal);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException)
        {
            // It is found out by the calls themselves what is wrong with it.
            return false;
        }
    }
}
