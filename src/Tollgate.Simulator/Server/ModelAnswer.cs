using Tollgate.Exchanges;
using Tollgate.Simulator.Engine;
using Tollgate.Simulator.Faults;
using Tollgate.Simulator.Http;
using Tollgate.Simulator.Providers;
using Tollgate.Simulator.Truth;
using Tollgate.Statistics;

namespace Tollgate.Simulator.Server;

/// <summary>
/// A model's answer, streamed or whole:
/// <code>
///   queue -> head -> opening -> [hidden] -> tokens ... fault ... tokens -> boundary -> finish -> end
/// </code>
/// Every token has its own due instant, drawn ahead; a late write does not move the ones after it.
/// </summary>
internal sealed class ModelAnswer : IAnswer, ISlotWaiter
{
    private const int HugeEventBytes = 9 * 1024 * 1024;

    private readonly ServerCore core;
    private readonly ServingPool pool;
    private readonly Generation generation;
    private readonly AnswerPlan plan;
    private readonly IAnswerWriter writer;
    private readonly Injection injection;
    private readonly TruthRecord truth;
    private readonly byte[] head;
    private readonly bool keepAlive;
    private readonly Action wake;
    private readonly int faultAfter;
    private readonly GzipBody? gzip;
    private Stage stage = Stage.Queue;
    private long tokenDueNs;
    private long writtenDueNs;
    private int hidden;
    private int seen;
    private int together = 1;
    private int rendered;
    private ArrivalKind renderedKind;
    private bool faultPending;
    private bool headRendered;
    private TruthOutcome ending;

    public ModelAnswer(
        ServerCore core, ServingPool pool, Generation generation, AnswerPlan plan, IProviderFormat format,
        Injection injection, TruthRecord truth, byte[] head, bool keepAlive, RandomStream random, long nowNs,
        Action wake)
    {
        this.core = core;
        this.pool = pool;
        this.generation = generation;
        this.plan = plan;
        this.injection = injection;
        this.truth = truth;
        this.head = head;
        this.keepAlive = keepAlive;
        this.wake = wake;
        writer = format.Answer(plan);
        gzip = injection.Gzip ? new GzipBody() : null;
        hidden = plan.Script.HiddenTokens;
        var most = plan.Script.SeenTokens;
        faultAfter = 1 + random.Next(Math.Max(1, most - 1));
        faultPending = injection.Stall is not null || injection.ResetMidStream || injection.MalformedEvent
            || injection.HugeEvent || injection.ProviderError;
        truth.Expect(plan.Request.Stream ? 1 + (most / injection.TokensPerEvent) : 1);
        if (pool.Enter(this))
        {
            Serve(truth.ArrivedNs, nowNs);
        }
    }

    private enum Stage : byte
    {
        Queue, Head, Opening, Tokens, Fault, Boundary, Finish, End, Silent, Over,
    }

    public long DueNs { get; private set; } = long.MaxValue;

    public bool Trickle => injection.Trickle;

    public void Granted()
    {
        stage = Stage.Head;
        DueNs = 0;
        wake();
    }

    public Next Render(ByteBuffer into, long nowNs)
    {
        if (truth.ServedNs is null)
        {
            Serve(nowNs, nowNs);
        }

        rendered = 0;
        writtenDueNs = DueNs;
        switch (stage)
        {
            case Stage.Head:
                into.Add(head);
                headRendered = true;
                Go(injection.RoleFirst ? Stage.Opening : AfterOpening(), nowNs);
                return Next.More;
            case Stage.Opening:
                Chunk(into, static (w, b) => w.Opening(b));
                Go(AfterOpening(), nowNs);
                return Next.More;
            case Stage.Tokens:
                return RenderTokens(into, nowNs);
            case Stage.Fault:
                return RenderFault(into, nowNs);
            case Stage.Boundary:
                Chunk(into, (w, b) => w.Boundary(b, seen));
                Go(seen < plan.Script.SeenTokens ? Stage.Tokens : Stage.Finish, nowNs);
                return Next.More;
            case Stage.Finish:
                Chunk(into, static (w, b) => w.Finish(b));
                Go(Stage.End, nowNs);
                return Next.More;
            case Stage.End:
                if (!injection.NoEndMarker)
                {
                    Chunk(into, static (w, b) => w.End(b));
                }

                return End(into, injection.NoEndMarker ? TruthOutcome.Broken : TruthOutcome.Completed);
            default:
                DueNs = long.MaxValue;
                return Next.More;
        }
    }

    public void Written(long atNs)
    {
        if (headRendered)
        {
            truth.HeadersNs ??= atNs;
        }

        if (rendered > 0)
        {
            truth.Add(new TokenWrite(atNs, TruthRecord.Clamp(atNs - writtenDueNs), rendered, renderedKind));
        }

        if (stage == Stage.Fault && faultPending && injection.Stall is { } stall)
        {
            // Silence begins with the write before it, however late that was.
            tokenDueNs = Math.Max(tokenDueNs, atNs) + (stall.Ticks * 100);
            DueNs = tokenDueNs;
        }

        if (ending != 0)
        {
            Close(ending, atNs);
        }
    }

    public void Delayed(long atNs)
    {
        if (rendered > 0 && stage != Stage.Over)
        {
            truth.AmendLast(atNs);
        }
    }

    public void Gone(long atNs)
    {
        if (stage != Stage.Over)
        {
            Close(TruthOutcome.Abandoned, atNs);
        }
    }

    private void Serve(long sinceNs, long nowNs)
    {
        truth.ServedNs = sinceNs;
        tokenDueNs = sinceNs + generation.FirstTokenNs;
        if (plan.Request.Stream)
        {
            Go(Stage.Head, nowNs);
        }
        else
        {
            Go(AfterOpening(), nowNs);
        }
    }

    private Stage AfterOpening() =>
        injection.Never ? Stage.Silent
        : plan.Script.SeenTokens == 0 && hidden == 0 && plan.Request.Stream ? Stage.Finish
        : Stage.Tokens;

    private void Go(Stage next, long nowNs)
    {
        stage = next;
        DueNs = next switch
        {
            Stage.Tokens or Stage.Fault => tokenDueNs,
            Stage.Silent => long.MaxValue,
            _ => nowNs,
        };
    }

    private Next RenderTokens(ByteBuffer into, long nowNs)
    {
        if (hidden > 0)
        {
            // Thinking that nobody sees takes its time all the same.
            var block = Math.Min(hidden, Generation.BlockTokens);
            Advance(block);
            hidden -= block;
            Go(AfterOpening(), nowNs);
            return Next.More;
        }

        if (!plan.Request.Stream)
        {
            return RenderWhole(into, nowNs);
        }

        into.BeginChunk();
        writer.Tokens(into, seen, together);
        Seal(into);
        rendered = together;
        renderedKind = plan.Script.KindAt(seen);
        seen += together;
        var more = seen < plan.Script.SeenTokens;
        if (more)
        {
            together = plan.Script.Together(seen, injection.TokensPerEvent);
            Advance(together);
        }

        if (faultPending && seen >= faultAfter)
        {
            tokenDueNs = more ? tokenDueNs : nowNs;
            Go(Stage.Fault, nowNs);
        }
        else
        {
            Go(AfterTokens(), nowNs);
        }

        return Next.More;
    }

    private Stage AfterTokens() =>
        plan.Script.IsBoundary(seen) ? Stage.Boundary : Stage.Tokens;

    private void Advance(int tokens)
    {
        for (var i = 0; i < tokens; i++)
        {
            tokenDueNs += generation.NextGapNs(pool.Active);
        }
    }

    private Next RenderFault(ByteBuffer into, long nowNs)
    {
        faultPending = false;
        if (injection.ResetMidStream)
        {
            ending = TruthOutcome.Broken;
            return Next.Reset;
        }

        if (injection.ProviderError)
        {
            Chunk(into, static (w, b) => w.Error(b));
            return End(into, TruthOutcome.Broken);
        }

        if (injection.MalformedEvent)
        {
            Chunk(into, static (w, b) => w.Malformed(b));
        }

        if (injection.HugeEvent)
        {
            Chunk(into, static (w, b) => w.Huge(b, HugeEventBytes));
        }

        Go(AfterTokens(), nowNs);
        return Next.More;
    }

    // The whole answer leaves when its last token has been generated.
    private Next RenderWhole(ByteBuffer into, long nowNs)
    {
        var rest = plan.Script.SeenTokens - seen;
        if (rest > 1)
        {
            var block = Math.Min(rest - 1, Generation.BlockTokens);
            Advance(block);
            seen += block;
            if (seen == plan.Script.SeenTokens - 1 && injection.Stall is { } stall)
            {
                tokenDueNs += stall.Ticks * 100;
            }

            Go(Stage.Tokens, nowNs);
            return Next.More;
        }

        var body = writer.Whole();
        if (gzip is not null)
        {
            body = gzip.Whole(body);
        }

        into.Add(head);
        ResponseHead.EndBody(into, "application/json", body.Length, injection.Gzip, keepAlive);
        into.Add(body);
        headRendered = true;
        rendered = plan.Script.SeenTokens;
        renderedKind = plan.Script.KindAt(Math.Max(0, plan.Script.SeenTokens - 1));
        ending = TruthOutcome.Completed;
        return keepAlive ? Next.Done : Next.DoneAndClose;
    }

    private Next End(ByteBuffer into, TruthOutcome outcome)
    {
        if (gzip is not null)
        {
            into.BeginChunk();
            into.Add(gzip.Finish());
            into.EndChunk();
        }

        into.Add("0\r\n\r\n"u8);
        ending = outcome;
        return keepAlive ? Next.Done : Next.DoneAndClose;
    }

    private void Chunk(ByteBuffer into, Action<IAnswerWriter, ByteBuffer> write)
    {
        into.BeginChunk();
        write(writer, into);
        Seal(into);
    }

    private void Seal(ByteBuffer into)
    {
        if (gzip is not null)
        {
            into.ReplaceChunk(gzip.Compress(into.OpenChunk));
        }

        into.EndChunk();
    }

    private void Close(TruthOutcome outcome, long atNs)
    {
        stage = Stage.Over;
        DueNs = long.MaxValue;
        truth.Outcome = outcome;
        truth.EndNs = atNs;
        core.Truth.Publish(truth);
        pool.Leave(this);
    }
}
