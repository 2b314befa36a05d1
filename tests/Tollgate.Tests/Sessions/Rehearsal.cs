using Tollgate.Exchanges;
using Tollgate.Load;
using Tollgate.Sessions;
using Tollgate.Suites;
using Tollgate.Suites.Reading;
using Tollgate.Time;
using Tollgate.Transcripts;
using Tollgate.Transport;

namespace Tollgate.Tests.Sessions;

/// <summary>A rehearsal in virtual time, and all that came of it.</summary>
internal sealed class Rehearsal : IExchangeSink, ISessionSink
{
    public static readonly Target Target = new()
    {
        Name = "model",
        Wire = "openai-chat",
        Url = new Uri("http://model.invalid"),
        Model = "model",
    };

    private readonly List<Exchange> exchanges = [];
    private readonly List<Transcript> transcripts = [];

    public IReadOnlyList<Exchange> Exchanges => exchanges;

    public IReadOnlyList<Transcript> Transcripts => transcripts;

    public LoadSummary? Summary { get; private set; }

    public ScriptedModel? Model { get; private set; }

    public Transcript Only => transcripts.ShouldHaveSingleItem();

    /// <summary>Plays a suite with a model that answers so; anything but a reply is a failure.</summary>
    public static Rehearsal Play(
        string yaml, Func<ExchangeRequest, object> answer, Func<RehearsalSettings, RehearsalSettings>? change = null)
    {
        var time = new VirtualTime();
        var model = new ScriptedModel(time, answer);
        var rehearsal = new Rehearsal { Model = model };
        var suite = Read(yaml);
        var settings = new RehearsalSettings
        {
            Suite = suite,
            Sessions = suite.Sessions,
            Targets = [Target],
            Seed = 1,
            PostCall = false,
        };
        var runner = new RehearsalRunner(
            change?.Invoke(settings) ?? settings, model, rehearsal, rehearsal, new MonotonicAxis(time));
        time.Run(async () => rehearsal.Summary = await runner.RunAsync(default));
        return rehearsal;
    }

    public static Suite Read(string yaml)
    {
        var (suite, errors) = SuiteReader.Read(yaml, "suite.yaml");
        errors.ShouldBeEmpty();
        return suite.ShouldNotBeNull();
    }

    public static Reply Say(string text) => new(text, "", []);

    public static Reply Call(string tool, string arguments, string text = "") =>
        new(text, "", [new ToolCall($"call_{tool}", tool, arguments)]);

    public static string LastUser(ExchangeRequest request) =>
        request.Prompt.Messages.Last(message => message.Role == Role.User).Text;

    public void Issued(string target)
    {
    }

    public void Ended(Exchange exchange) => exchanges.Add(exchange);

    public void Ended(Transcript transcript) => transcripts.Add(transcript);
}
