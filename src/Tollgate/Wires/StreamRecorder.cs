using System.Text.Json;
using Tollgate.Exchanges;

namespace Tollgate.Wires;

/// <summary>
/// What an answer's stream has shown so far: arrivals with the stamp of the read that brought them, token counts, how
/// it ended, and the content where it is kept. The transport says when a read begins; the wire's reader says what was
/// in it. Not thread-safe.
/// </summary>
public sealed class StreamRecorder(bool keepContent, IArrivalWatcher? watcher = null)
{
    private readonly ReplyBuilder? reply = keepContent ? new ReplyBuilder() : null;
    private Arrival[] arrivals = [];
    private int count;
    private long stampNs;
    private int lagNs;
    private bool readHasArrival;
    private byte[] scratch = [];

    /// <summary>When the last model output came, in nanoseconds; null before the first.</summary>
    public long? LastArrivalNs => count == 0 ? null : arrivals[count - 1].AtNs;

    /// <summary>When the stream's own end marker came; null before.</summary>
    public long? EndNs { get; private set; }

    /// <summary>The failure that the stream showed; null while there is none.</summary>
    public Failure? Failure { get; private set; }

    /// <summary>How many reads brought bytes.</summary>
    public int Reads { get; private set; }

    public Usage? Usage { get; set; }

    public string? FinishReason { get; private set; }

    public string? AnsweredBy { get; private set; }

    /// <summary>Model output came.</summary>
    public bool HasArrival => count > 0;

    /// <summary>Nothing more that the stream may bring matters.</summary>
    public bool IsOver => EndNs is not null || Failure is not null;

    /// <summary>Every arrival so far; the memory stays as it is when more come.</summary>
    public ReadOnlyMemory<Arrival> Arrivals => arrivals.AsMemory(0, count);

    /// <summary>What was said so far; empty where content is not kept.</summary>
    public Reply Reply => reply?.Build() ?? Reply.Empty;

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

    /// <summary>
    /// Model output came. <paramref name="characters"/> is its length in code points; 0 is no output and passes by.
    /// </summary>
    public void Arrive(ArrivalKind kind, int characters)
    {
        if (characters == 0)
        {
            return;
        }

        if (count == arrivals.Length)
        {
            Array.Resize(ref arrivals, Math.Max(16, count * 2));
        }

        arrivals[count++] = new Arrival(stampNs, characters, kind, readHasArrival, readHasArrival ? 0 : lagNs);
        readHasArrival = true;
    }

    /// <summary>Takes the JSON string that <paramref name="json"/> stands on as model output of one kind.</summary>
    /// <exception cref="JsonException">It stands on something else.</exception>
    public void ArriveString(ArrivalKind kind, ref Utf8JsonReader json, int toolIndex = 0)
    {
        var utf8 = Unescape(ref json);
        Arrive(kind, CodePoints(utf8));
        reply?.Append(kind, utf8, toolIndex);
        if (utf8.Length > 0)
        {
            watcher?.Arrived(stampNs, kind, utf8);
        }
    }

    /// <summary>A tool call opens: its name is model output. The strings are only made where content is kept.</summary>
    /// <exception cref="JsonException">The name is no string.</exception>
    public void ArriveToolCall(int toolIndex, ref Utf8JsonReader id, ref Utf8JsonReader name)
    {
        var utf8 = Unescape(ref name);
        Arrive(ArrivalKind.Tool, CodePoints(utf8));
        watcher?.Arrived(stampNs, ArrivalKind.Tool, utf8);
        reply?.OpenToolCall(toolIndex, id.TokenType == JsonTokenType.String ? id.GetString() ?? "" : "", utf8);
    }

    public void SetFinishReason(ref Utf8JsonReader json) => FinishReason = json.GetString();

    public void SetAnsweredBy(ref Utf8JsonReader json) => AnsweredBy ??= json.GetString();

    /// <summary>The stream's own end marker came.</summary>
    public void End() => EndNs ??= stampNs;

    /// <summary>The stream showed a failure; the first one stays.</summary>
    public void Fail(FailureKind kind, string message) => Fail(new Failure(kind, FailurePhase.Stream, message));

    /// <inheritdoc cref="Fail(FailureKind,string)"/>
    public void Fail(Failure failure)
    {
        if (EndNs is null)
        {
            Failure ??= failure;
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
