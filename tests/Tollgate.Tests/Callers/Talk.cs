using Tollgate.Acts;
using Tollgate.Acts.Slots;
using Tollgate.Callers;
using Tollgate.Callers.Voiced;
using Tollgate.Statistics;
using Tollgate.Suites.Briefs;
using Tollgate.Suites.Tools;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Callers;

/// <summary>A call in which a test plays the agent: it says something and gets the caller's answer.</summary>
internal sealed class Talk
{
    public static readonly DateTime Now = new(2026, 4, 14, 10, 20, 0);

    private static readonly SlotVocabulary Vocabulary = SlotVocabulary.OfArguments(
    [
        ("phone", "Ten digits", "phone"), ("last_name", null, "text"), ("booking_id", "Such as B-4101", "code"),
        ("day", null, "date"), ("time", null, "time"), ("email", null, "email"), ("stylist", null, null),
        ("ticket_id", "Such as T-20917", "code"),
    ]);

    private readonly Caller caller;
    private readonly Ear ear = new(Vocabulary, Now);
    private readonly EarContext context = new(Vocabulary, Now);

    public Talk(Brief brief, ulong seed = 1) => caller = new Caller(brief, Now, new RandomStream(seed));

    public string Agent { get; set; } = "reception";

    public CallerMove Last { get; private set; } = new("");

    public bool IsOver => Last.Ends is not null;

    public SessionEnding? Ending => Last.Ends;

    public IEnumerable<string> Unmet => caller.Unmet;

    /// <summary>The caller's answer to an agent's words.</summary>
    public string Say(string words)
    {
        var acts = ear.Hear(words, context);
        context.AgentSaid(acts);
        Last = caller.Next(Agent, words, acts);
        context.CallerSaid(Last.Text);
        return Last.Text;
    }

    /// <summary>What the ear makes of the words now, for messages.</summary>
    public string Heard(string words) => string.Join(' ', ear.Hear(words, context).Select(act =>
        $"{act.Kind}({act.Slot}{(act.SlotName is { } name ? " " + name : "")} {string.Join(',', act.Values.Select(v => v.Kind + ":" + v.Value))})"));

    /// <summary>The caller breaks into what the agent says next.</summary>
    public void BreakIn() => caller.BrokeIn();

    public void Did(string tool, string arguments = "{}") => caller.Did(tool, arguments);

    /// <summary>A caller who moves a haircut from one day to another, and then wants text reminders.</summary>
    public static Brief Mover(Temper temper = Temper.Even) => new()
    {
        Temper = temper,
        Facts = Facts(
            new("first_name", SlotKind.Name, "Rosa"), new("last_name", SlotKind.Name, "Delgado"),
            new("phone", SlotKind.Phone, "6145550101"), new("email", SlotKind.Email, "rosa.d@example.com")),
        Wishes =
        [
            new Wish
            {
                Name = "move_haircut",
                Opens = "I've got to move my haircut.",
                Again = "It's about moving my haircut.",
                Facts = Facts(
                    new("booking_id", SlotKind.Code, null), new("day", SlotKind.Day, "2026-04-17"),
                    new("time", SlotKind.Time, "16:30"), new("reason", SlotKind.Reason, "my boss moved a meeting")),
                Does = [new ExpectedCall { Tool = "move_booking" }],
            },
            new Wish
            {
                Name = "texts",
                Opens = "Could you send me a text the day before?",
                Again = "It's about the text reminders.",
                Does = [new ExpectedCall { Tool = "update_client" }],
            },
        ],
    };

    public static IReadOnlyDictionary<string, CallerFact> Facts(params CallerFact[] facts) =>
        facts.ToDictionary(fact => fact.Slot);
}
