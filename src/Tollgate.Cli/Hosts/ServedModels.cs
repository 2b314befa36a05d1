using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Unicode;
using Tollgate.Wires.Catalog;

namespace Tollgate.Cli.Hosts;

/// <summary>
/// The models that a server on this machine says it serves. No other server is asked: no provider gets a request that
/// nobody asked for.
/// </summary>
internal static class ServedModels
{
    private const int MaxBytes = 64 * 1024;
    private const int MaxNames = 20;
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(2);

    /// <summary>Its answer to GET /v1/models, as far as 64 KiB and two seconds go; null where it gives none.</summary>
    public static byte[]? Ask(Target target, CommandContext context)
    {
        if (!target.Url.IsLoopback || WireCatalog.Find(target.Wire)?.ListModels(target) is not { } asked)
        {
            return null;
        }

        // No redirect is followed: the key is for the target's own origin.
        using var handler = new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false, UseCookies = false };
        handler.SslOptions.RemoteCertificateValidationCallback = static (_, _, _, _) => true;
        using var client = new HttpMessageInvoker(handler);
        using var time = new CancellationTokenSource(Longest, context.Time);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(time.Token, context.Stop);
        using var request = new HttpRequestMessage(new HttpMethod(asked.Method), asked.Uri);
        foreach (var (name, value) in asked.Headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = client.Send(request, end.Token);
            using var watch = end.Token.Register(response.Dispose);
            var body = new byte[MaxBytes];
            var count = response.Content.ReadAsStream(end.Token).ReadAtLeast(body, MaxBytes, throwOnEndOfStream: false);
            return body[..count];
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException or IOException
            or ObjectDisposedException)
        {
            return null;
        }
    }

    /// <summary>
    /// Why every request for a model on this machine was refused, where it serves others; null where that is not it.
    /// </summary>
    /// <param name="target">The target, of which no exchange completed.</param>
    /// <param name="context">The machine.</param>
    public static string? Hint(Target target, CommandContext context)
    {
        if (Ask(target, context) is not { } body || Names(target, body) is not { Count: > 0 } names
            || names.Contains(target.Model))
        {
            return null;
        }

        var more = names.Count > MaxNames ? $" and {names.Count - MaxNames} more" : "";
        return $"{target.Name}: the server has no model \"{target.Model}\"; it has: {
            string.Join(", ", names.Take(MaxNames))}{more}";
    }

    private static List<string> Names(Target target, byte[] body) =>
        [.. (WireCatalog.Find(target.Wire)?.ReadModels(body) ?? []).Select(SafeText.Line)];
}
