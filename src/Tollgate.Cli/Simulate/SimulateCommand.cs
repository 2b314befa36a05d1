using System.CommandLine;
using System.Net.Sockets;
using Tollgate.Cli.Shell;
using Tollgate.Simulator;
using Tollgate.Simulator.Profiles;
using Tollgate.Simulator.Server;

namespace Tollgate.Cli.Simulate;

/// <summary><c>tollgate simulate</c>: the simulated providers as a server on this machine.</summary>
internal static class SimulateCommand
{
    public static Command Create(CommandContext context)
    {
        var port = new Option<int>("--port")
        {
            Description = "Port on 127.0.0.1; 0 picks a free one.",
            DefaultValueFactory = _ => 8080,
        };
        var profiles = Flag.Text("--profiles", "FILE",
            "Simulated models, as in examples/profiles/default.yaml.");
        var seed = new Option<ulong>("--seed")
        {
            Description = "Seed of all random draws.",
            DefaultValueFactory = _ => 1,
        };
        var faults = Flag.Of<string[]>("--fault", "[SHARE] FAULT",
            "Fault to inject into a share of the requests, such as \"5% stall=2s\", or into all, such as tokens-per-event=4. Repeatable.");
        var truth = Flag.Text("--truth", "FILE", "Record what was sent when: one JSON line per request.");
        var key = new Option<string?>("--key")
        {
            Description = "API key that clients must send.",
        };
        var tls = Flag.Switch("--tls", "Serve HTTPS with a self-signed certificate.");
        var command = new ExampledCommand(
            "simulate", "Serve simulated models on 127.0.0.1, in OpenAI's and Anthropic's formats.",
            "tollgate simulate --port 8080 --fault \"5% stall=2s\"")
        {
            port, profiles, seed, faults, truth, key, tls,
        };
        command.SetAction(parsed => RunAsync(
            context,
            parsed.GetValue(profiles),
            parsed.GetValue(faults) ?? [],
            new SimulatedServerOptions
            {
                TimeProvider = context.Time,
                Port = parsed.GetValue(port),
                Seed = parsed.GetValue(seed),
                TruthPath = parsed.GetValue(truth),
                RequiredKey = parsed.GetValue(key),
                Tls = parsed.GetValue(tls),
                Say = sentence => context.Diagnostics.WriteLine($"tollgate: {sentence}."),
            }));
        return command;
    }

    private static async Task<int> RunAsync(
        CommandContext context, string? profiles, string[] faults, SimulatedServerOptions options)
    {
        if (options.Port is < 0 or > 65_535)
        {
            return context.WriteErrors($"--port: found {options.Port}; expected a number from 0 to 65535.");
        }

        SimulatedServer server;
        try
        {
            options = options with
            {
                Profiles = profiles is null ? ProfileSet.Default : ProfileFile.Load(profiles),
            };
            foreach (var fault in faults)
            {
                if (options.Faults.Add(fault, out var error) is not { } more)
                {
                    return context.WriteErrors($"--fault: {error}");
                }

                options = options with { Faults = more };
            }

            server = SimulatedServer.Start(options);
        }
        catch (ProfileException e)
        {
            return context.WriteErrors(e.Message);
        }
        catch (Exception e) when (e is SocketException or IOException or UnauthorizedAccessException)
        {
            return context.WriteErrors(e is SocketException
                ? $"port {options.Port} on 127.0.0.1 cannot be had ({e.Message}); expected a free one, or 0."
                : $"{options.TruthPath}: the truth cannot be written ({e.Message}).");
        }

        await using (server)
        {
            var url = server.Url.GetLeftPart(UriPartial.Authority);
            context.Output.WriteLine(url);
            context.Output.Flush();
            context.Diagnostics.WriteLine($"models: {string.Join(", ", options.Profiles.Models.Keys)}; in another region under {url}/emea");
            context.Diagnostics.WriteLine($"try:    tollgate measure --url {url} --wire openai-chat --model {options.Profiles.Models.Keys.First()} --requests 20");
            context.Diagnostics.WriteLine("Their figures do not predict real models. Ctrl+C stops.");
            await Task.Delay(Timeout.InfiniteTimeSpan, context.Time, context.Stop)
                .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCodes.Done;
    }
}
