namespace Tollgate.Simulator.Tests.Server;

/// <summary>Request bodies.</summary>
internal static class Requests
{
    public static string OpenAi(string model = "instant", bool stream = true, int max = 8, string text = "hi", string more = "") =>
        $$"""{"model":"{{model}}","stream":{{(stream ? "true" : "false")}},"max_tokens":{{max}},"messages":[{"role":"user","content":"{{text}}"}]{{more}}}""";

    public static string Anthropic(string model = "instant", bool stream = true, string max = "\"max_tokens\":8,", string text = "hi", string more = "") =>
        $$"""{"model":"{{model}}","stream":{{(stream ? "true" : "false")}},{{max}}"messages":[{"role":"user","content":[{"type":"text","text":"{{text}}"}]}]{{more}}}""";
}
