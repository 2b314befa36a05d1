using System.Runtime.CompilerServices;
using Tollgate.Exchanges;
using Tollgate.Unicode;

namespace Tollgate.Wires.Answers;

/// <summary>
/// What an answer's stream has shown so far: arrivals with the stamp of the read that brought them, token counts, how
/// it ended, and the content where it is kept. The transport says when a read begins; the wire's reader says what was
/// in it. Not thread-safe.
/// </summary>
internal sealed class StreamRecorder(bool keepContent, IArrivalWatcher? watcher = null)
{
    /// <summary>The most arrivals that an answer may have: some hundred times what the longest have.</summary>
    public const int MaxArrivals = 1_000_000;

    /// <summary>The most bytes of model output that an answer may have, in UTF-8: some four million tokens.</summary>
    public const int MaxOutputBytes = 16 * 1024 * 1024;

    /// <summary>The most tool calls that an answer may make.</summary>
    public const int MaxToolCalls = 1024;

    // Before secrets are struck out, which are then shorter than what may be kept.
    private const int MaxLabelLength = 16 * 1024;

    private readonly ReplyBuilder? reply = keepContent ? new ReplyBuilder() : null;
    private ToolCallBook? calls;
    private Arrival[] arrivals = [];
    private int count;
    private int outputBytes;
    private int events, usageEvent, outputEvent;
    private Usage? usage;
    private long stampNs;
    private int lagNs;
    private bool readHasArrival, eventHasArrival, eventIsCut;
    private int eventEffects;
    private PlainText plain;
    private byte[] scratch = [];

    /// <summary>When the last model output came, in nanoseconds; null before the first.</summary>
    public long? LastArrivalNs => count == 0 ? null : arrivals[count - 1].AtNs;

    /// <summary>When the stream's own end marker came; null before.</summary>
    public long? EndNs { get; private set; }

    /// <summary>The failure that the stream showed; null while there is none.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>How many reads brought bytes.</summary>
    public int Reads { get; private set; }

    /// <summary>
    /// The provider's token counts; null while it gave none. They may still come behind the end. Where output came in
    /// an event behind the last count, the output is not counted.
    /// </summary>
    public Usage? Usage
    {
        get => usage is { } counted && outputEvent > usageEvent ? counted with { Output = 0, Reasoning = 0 } : usage;
        set
        {
            usage = value;
            usageEvent = events;
            eventEffects++;
        }
    }

    /// <summary>Why the model stopped, in the provider's word; null before.</summary>
    public string? FinishReason { get; private set; }

    /// <summary>The model that answers, as the provider names it; null before.</summary>
    public string? AnsweredBy { get; private set; }

    /// <summary>Model output came.</summary>
    public bool HasArrival => count > 0;

    /// <summary>Nothing more that the stream may bring matters.</summary>
    public bool IsOver => EndNs is not null || Failure is not null;

    /// <summary>All model output so far, in bytes of UTF-8.</summary>
    internal int OutputBytes => outputBytes;

    /// <summary>The event that is being read carried model output.</summary>
    internal bool EventHasArrival => eventHasArrival;

    /// <summary>
    /// The text of the event that is being read; null where it brought anything else too, or a text with an escape.
    /// </summary>
    internal PlainText? SoleText => eventEffects == 1 && plain.Length > 0 ? plain : null;

    /// <summary>
    /// Where the next arrival will lie in memory; 0 where there is no room yet. It may have moved since.
    /// </summary>
    internal unsafe nint NextArrivalAt =>
        count == arrivals.Length ? 0 : (nint)Unsafe.AsPointer(ref arrivals[count]);

    /// <summary>Every arrival so far; all but the last stay as they are when more come.</summary>
    public ReadOnlyMemory<Arrival> Arrivals => arrivals.AsMemory(0, count);

    /// <summary>What was said so far; empty where content is not kept.</summary>
    public Reply Reply => reply?.Build(calls) ?? Reply.Empty;

    /// <summary>A read brought bytes: what they carry arrived at this instant, or before it.</summary>
    /// <param name="atNs">Its stamp, in nanoseconds on the run's axis.</param>
    /// <param name="readLagNs">
    /// The process's clock after the read less the kernel's stamp; 0 without a kernel stamp.
    /// </param>
    public void BeginRead(long atNs, int readLagNs)
    {
        // Stamps of one stream cannot fall; a mended step of the wall clock may leave a few nanoseconds.
        stampNs = Math.Max(atNs, stampNs);
        lagNs = readLagNs;
        readHasArrival = false;
        Reads++;
    }

    /// <summary>An event begins: what it carries is one arrival.</summary>
    /// <param name="isCut">The body ended where the event's end should stand.</param>
    public void BeginEvent(bool isCut = false)
    {
        events++;
        eventHasArrival = false;
        eventIsCut = isCut;
        eventEffects = 0;
        plain = default;
        calls?.BeginEvent();
    }

    /// <summary>
    /// Model output came. <paramref name="characters"/> is its length in code points; 0 is no output and passes by. If
    /// the event has output already, it is the same arrival: characters add up, and of the kinds a tool call counts
    /// before text and text before reasoning. What comes behind the end passes by.
    /// </summary>
    public void Arrive(ArrivalKind kind, int characters)
    {
        if (characters == 0 || IsOver)
        {
            return;
        }

        outputEvent = events;
        eventEffects++;
        if (eventHasArrival)
        {
            ref var last = ref arrivals[count - 1];
            last = last with
            {
                Characters = last.Characters + characters,
                Kind = (ArrivalKind)Math.Max((byte)last.Kind, (byte)kind),
            };
            return;
        }

        if (count == MaxArrivals)
        {
            Fail(FailureKind.AnswerTooLarge, $"the answer has more than {MaxArrivals} arrivals");
            return;
        }

        if (count == arrivals.Length)
        {
            Array.Resize(ref arrivals, Math.Max(16, count * 2));
        }

        arrivals[count++] = new Arrival(stampNs, characters, kind, readHasArrival, readHasArrival ? 0 : lagNs);
        readHasArrival = eventHasArrival = true;
    }

    /// <summary>Takes the JSON string that <paramref name="json"/> stands on as reasoning or text.</summary>
    /// <exception cref="JsonException">It stands on something else.</exception>
    /// <remarks>The reader must read the event's data from its first byte on.</remarks>
    public void ArriveString(ArrivalKind kind, ref Utf8JsonReader json)
    {
        var utf8 = Unescape(ref json);
        var before = outputBytes;
        ArriveText(kind, utf8);
        if (!json.ValueIsEscaped && outputBytes > before)
        {
            plain = new PlainText((int)json.TokenStartIndex + 1, utf8.Length, kind);
        }
    }

    /// <summary>Takes reasoning or text.</summary>
    /// <param name="kind">Which of the two.</param>
    /// <param name="utf8">It, in well-formed UTF-8.</param>
    public void ArriveText(ArrivalKind kind, ReadOnlySpan<byte> utf8)
    {
        if (Take(kind, utf8))
        {
            reply?.Append(kind, utf8);
        }
    }

    /// <summary>
    /// Takes a piece of a tool call: of its name what is new, and of its arguments all but an empty object.
    /// </summary>
    /// <exception cref="JsonException">The name is no string.</exception>
    internal void ArriveToolCall(scoped in ToolCallPiece piece)
    {
        eventEffects++;
        calls ??= new ToolCallBook();
        var hasName = piece.Name.TokenType is not (JsonTokenType.None or JsonTokenType.Null);
        var name = piece.Name;
        var utf8 = hasName ? Unescape(ref name) : default;
        var arguments = piece.Arguments;
        var whole = piece.WholeArguments;
        var hasArguments = !whole.IsEmpty
            || (arguments.TokenType == JsonTokenType.String && !arguments.ValueSpan.IsEmpty);
        var call = calls.Take(piece, utf8, hasArguments);
        if (calls.Count > MaxToolCalls)
        {
            Fail(FailureKind.AnswerTooLarge, $"the answer has more than {MaxToolCalls} tool calls");
        }

        if (!utf8.SequenceEqual(call.Name) && Take(ArrivalKind.Tool, utf8))
        {
            call.AddName(utf8);
        }

        if (hasArguments)
        {
            utf8 = whole.IsEmpty ? Unescape(ref arguments) : whole;
            if (Take(ArrivalKind.Tool, utf8))
            {
                call.AddArguments(utf8, !whole.IsEmpty, keepContent);
            }
        }
    }

    /// <summary>The reader would not do the same with another event like this one.</summary>
    internal void ReaderChanged() => eventEffects++;

    /// <summary>The model says why it stops. An empty reason is none, nor is the word null.</summary>
    public void SetFinishReason(ref Utf8JsonReader json)
    {
        if (!json.ValueSpan.IsEmpty && !json.ValueTextEquals("null"u8))
        {
            FinishReason = Label(ref json);
            eventEffects++;
        }
    }

    public void SetAnsweredBy(ref Utf8JsonReader json)
    {
        AnsweredBy ??= Label(ref json);
        eventEffects++;
    }

    /// <summary>The stream's own end marker came.</summary>
    public void End()
    {
        EndNs ??= stampNs;
        eventEffects++;
    }

    /// <summary>The stream showed a failure; the first one stays.</summary>
    public void Fail(FailureKind kind, string message) => Fail(new Failure(kind, FailurePhase.Stream, message));

    /// <inheritdoc cref="Fail(FailureKind,string)"/>
    public void Fail(Failure failure)
    {
        eventEffects++;
        if (EndNs is null)
        {
            Failure ??= failure;
        }
    }

    /// <summary>
    /// An event is not the JSON that it must be. Where the body's end cut it, that is no failure of its own.
    /// </summary>
    /// <param name="what">What is wrong with it.</param>
    internal void FailMalformed(string what)
    {
        if (!eventIsCut)
        {
            Fail(FailureKind.MalformedEvent, $"an event is not the JSON that it must be: {what}");
        }
    }

    /// <summary>Code points in well-formed UTF-8: the bytes that do not continue another.</summary>
    internal static int CodePoints(ReadOnlySpan<byte> utf8)
    {
        var points = 0;
        foreach (var b in utf8)
        {
            points += (sbyte)b >= -64 ? 1 : 0;
        }

        return points;
    }

    // Records a piece of output and shows it to the watcher; false where it is nothing, comes too late or is too much.
    private bool Take(ArrivalKind kind, ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty || IsOver)
        {
            return false;
        }

        if (utf8.Length > MaxOutputBytes - outputBytes)
        {
            Fail(FailureKind.AnswerTooLarge, $"the answer is larger than {MaxOutputBytes / 1024 / 1024} MiB");
            return false;
        }

        outputBytes += utf8.Length;
        Arrive(kind, CodePoints(utf8));
        if (IsOver)
        {
            return false;
        }

        watcher?.Arrived(stampNs, kind, utf8);
        return true;
    }

    private static string Label(ref Utf8JsonReader json)
    {
        var label = json.GetString() ?? "";
        return label.Length <= MaxLabelLength ? label : WellFormed.Text(label[..MaxLabelLength]);
    }

    private ReadOnlySpan<byte> Unescape(ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.String)
        {
            throw new JsonException($"a string was expected and {json.TokenType} was found");
        }

        if (!json.ValueIsEscaped)
        {
            return json.ValueSpan;
        }

        if (scratch.Length < json.ValueSpan.Length)
        {
            scratch = new byte[Math.Max(256, json.ValueSpan.Length * 2)];
        }

        return scratch.AsSpan(0, json.CopyString(scratch));
    }
}
