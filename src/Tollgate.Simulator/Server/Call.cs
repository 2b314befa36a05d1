using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Providers;
using Tollgate.Simulator.Truth;

namespace Tollgate.Simulator.Server;

/// <summary>One request on its way to its answer.</summary>
internal sealed class Call
{
    private readonly ServerCore core;
    private readonly DateTimeOffset now;

    public Call(
        ServerCore core, HttpRequest request, IProviderFormat format, string id, long arrivedNs, StampSource stamp)
    {
        this.core = core;
        Request = request;
        Format = format;
        Id = id;
        now = core.Now;
        Truth = new TruthRecord
        {
            RequestId = $"req_{id}", Wire = format.Wire, ArrivedNs = arrivedNs, ArrivedStamp = stamp,
        };
    }

    public HttpRequest Request { get; }

    public IProviderFormat Format { get; }

    public string Id { get; }

    public TruthRecord Truth { get; }

    public RateDecision Rate { get; set; }

    public Injection Injection
    {
        get;
        set
        {
            field = value;
            Truth.Fault = value == Injection.None ? null : value.ToString();
        }
    }
    = Injection.None;

    public IAnswer Refuse(RequestError error, int? retryAfterSeconds = null)
    {
        Truth.Outcome = TruthOutcome.Refused;
        return Answer(error.Status, "application/json", Format.ErrorBody(error, Id), retryAfterSeconds);
    }

    public IAnswer Answer(int status, string contentType, byte[] body, int? retryAfterSeconds = null)
    {
        var into = new ByteBuffer(1024);
        Begin(into, status);
        if (retryAfterSeconds is { } seconds)
        {
            into.AddAscii($"retry-after: {seconds}\r\n");
        }

        ResponseHead.EndBody(into, contentType, body.Length, gzip: false, Request.KeepAlive);
        into.Add(body);
        Truth.Status = status;
        if (Truth.Outcome == 0)
        {
            Truth.Outcome = TruthOutcome.Completed;
        }

        return new WholeAnswer(core, Truth, into.Span.ToArray(), Request.KeepAlive, Injection.Trickle, Truth.ArrivedNs);
    }

    // A whole answer's length is known only when it ends: the head is left open for it.
    public byte[] Head(int status, bool stream)
    {
        var into = new ByteBuffer(512);
        Begin(into, status);
        if (stream)
        {
            ResponseHead.EndStream(into, Injection.Gzip, Request.KeepAlive);
        }

        return into.Span.ToArray();
    }

    private void Begin(ByteBuffer into, int status)
    {
        ResponseHead.Begin(into, status, now);
        Format.AddHeaders(into, Id, Rate, now);
    }
}
