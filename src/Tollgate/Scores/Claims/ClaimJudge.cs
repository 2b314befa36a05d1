using System.Runtime.CompilerServices;
using Tollgate.Language;
using Tollgate.Language.Words;
using Tollgate.Scores.Claims.Checks;
using Tollgate.Scores.Claims.Rules;
using Tollgate.Scores.Claims.World;
using Tollgate.Transcripts;

namespace Tollgate.Scores.Claims;

/// <summary>
/// Judges what the agents of one call claim. It is told in order what happens, and holds each sentence against what was
/// known when it was said. English only; deterministic; not thread-safe.
/// </summary>
internal sealed class ClaimJudge
{
    private const double MinSupport = 0.6;
    private const int MinContent = 3;
    private const int MaxReply = 4;

    // What an agent is told is the same in all its calls.
    private static readonly ConditionalWeakTable<ClaimWorld, Dictionary<string, Telling>> Told = [];

    private readonly ClaimWorld world;
    private readonly Knowledge known;
    private readonly List<CallMade> calls = [];
    private readonly List<SpokenWords> pending = [];
    private readonly HashSet<string> spoke = new(StringComparer.Ordinal);
    private readonly ValueCheck values;
    private readonly ActionCheck actions;
    private readonly AbsenceCheck absences;
    private readonly RefusalCheck refusals;
    private readonly StatusCheck states;
    private readonly RecordCheck records;
    private readonly StrayLookups strays;
    private readonly SlotCheck slots;
    private readonly PresumedCheck presumed;
    private readonly PolicyCheck policies;
    private readonly NoveltyCheck novelties;
    private IReadOnlyList<string> tools = [];
    private string agent = "";
    private string? cut;
    private int turn;

    public ClaimJudge(ClaimWorld world)
    {
        this.world = world;
        known = new Knowledge(world.Now);
        known.Said.SayToday();
        values = new ValueCheck(known);
        actions = new ActionCheck(world, known, calls);
        strays = new StrayLookups(known, calls);
        absences = new AbsenceCheck(known, calls, strays);
        refusals = new RefusalCheck(world, known, calls);
        states = new StatusCheck(known, calls);
        records = new RecordCheck(known, calls);
        slots = new SlotCheck(known, calls);
        presumed = new PresumedCheck(known, values);
        policies = new PolicyCheck(known);
        novelties = new NoveltyCheck(known);
    }

    /// <summary>All that is known so far.</summary>
    public Knowledge Known => known;

    /// <summary>From here on this agent speaks; what it was told is known, and stays so.</summary>
    public void AgentTold(string name)
    {
        if (agent == name)
        {
            return;
        }

        agent = name;
        if (!world.Agents.TryGetValue(name, out var told))
        {
            return;
        }

        tools = told.Tools;
        if (spoke.Add(name))
        {
            var telling = TellOf(name, told);
            known.Told.Add(telling.Known);
            policies.Tell(telling.Clauses, telling.Pieces);
        }
    }

    /// <inheritdoc cref="AgentTold"/>
    public void HandedOver(string name) => AgentTold(name);

    /// <summary>The caller spoke: what was said and what the recogniser heard are both known.</summary>
    /// <param name="said">What was said.</param>
    /// <param name="heard">What was heard.</param>
    /// <param name="isCut">The rest comes with the next words.</param>
    /// <param name="goesOn">It is the rest of what was cut.</param>
    public void CallerSaid(string said, string heard, bool isCut = false, bool goesOn = false)
    {
        End();
        turn++;
        var words = new Known(world.Now);
        known.Turns.Add(words);
        words.Say(said);
        if (heard != said)
        {
            words.Say(heard);
        }

        known.Said.Learn(words);

        if (Tokens.Of(said) is { Count: <= MaxReply } reply)
        {
            known.Replied.UnionWith(QuantityRule.Read(reply).SelectMany(static one => one.Values));
        }

        // A number that was cut in two is one number.
        if (cut is not null && goesOn)
        {
            known.Said.Say($"{cut} {said}");
        }

        cut = isCut ? said : null;
    }

    /// <summary>Words that everybody heard and that claim nothing, such as a greeting.</summary>
    public void Opened(string text) => known.Said.Say(text);

    /// <summary>An agent called a tool.</summary>
    public void CallMade(string name, string argumentsJson)
    {
        var made = new CallMade(name, argumentsJson, world.Tools.GetValueOrDefault(name), turn);
        calls.Add(made);
        known.Asked.Learn(made.Asked(world.Now));
    }

    /// <summary>The last call of a tool was answered, or was not; words without such a call are ignored.</summary>
    public void ToolAnswered(string name, string json, ToolStatus status)
    {
        if (calls.FindLast(call => call.Name == name) is { } made)
        {
            made.Answer(json, status);
            if (!made.IsTransfer)
            {
                known.Answers.Learn(made.Answered(world.Now));
            }
        }
    }

    /// <summary>An agent said something: its claims are complete once the caller speaks again or the call
    /// ends.</summary>
    public SpokenWords AgentSaid(string text)
    {
        var spoken = new SpokenWords(Sentence.Of(text, world.Now), turn, agent);
        foreach (var sentence in spoken.Sentences)
        {
            var stated = new List<Claim>();
            values.Judge(sentence, stated);
            records.Judge(sentence, stated);
            strays.Judge(sentence, stated);
            slots.Judge(sentence, tools, stated);
            presumed.Judge(sentence, stated);
            spoken.Claims.AddRange(stated);
            if (!sentence.IsQuestion)
            {
                absences.Judge(sentence, tools, spoken.Claims);
                refusals.Judge(sentence, turn, tools, spoken.Claims);
                states.Judge(sentence, spoken.Claims);
            }
        }

        pending.Add(spoken);
        return spoken;
    }

    /// <summary>The turn is over: what was said in it can be held against the calls in it.</summary>
    public void End()
    {
        var asks = pending.Count > 0 && pending[^1].Sentences is [.., var last] && last.EndsAsQuestion;
        foreach (var spoken in pending)
        {
            foreach (var sentence in spoken.Sentences)
            {
                if (!sentence.IsQuestion)
                {
                    policies.Judge(sentence, spoken.Claims);
                    if (novelties.Judge(sentence, spoken.Claims) is { } novel)
                    {
                        spoken.Claims.Add(novel);
                    }

                    actions.Judge(sentence, spoken.Turn, tools, asks, spoken.Claims);
                    if (!spoken.Claims.Exists(claim => claim.Sentence == sentence.Text))
                    {
                        Rest(sentence, spoken.Claims);
                    }
                }
            }

            spoken.IsJudged = true;
        }

        pending.Clear();
    }

    /// <summary>The claims of words that end a turn.</summary>
    public IReadOnlyList<Claim> Judge(string text)
    {
        var spoken = AgentSaid(text);
        End();
        return spoken.Claims;
    }

    // What no rule speaks of rests on what is known where most of its words do.
    private void Rest(Sentence sentence, List<Claim> claims)
    {
        var content = sentence.Speech.Clauses.Where(static clause => clause.Mood is Mood.Assertion or Mood.NotFound
                && !TroubleRule.Claims(clause.Words) && !AbsenceRule.Knows(clause.Words))
            .SelectMany(clause => sentence.Tokens.Skip(clause.Start).Take(clause.End - clause.Start))
            .Where(static token => Stems.IsContent(token.Word)).Select(static token => Stems.Of(token.Word))
            .Distinct(StringComparer.Ordinal).ToList();
        if (content.Count < MinContent)
        {
            return;
        }

        var support = content.Count(known.HasStem) / (double)content.Count;
        claims.Add(support >= MinSupport
            ? new Claim(sentence.Text, ClaimKind.Policy, ClaimOutcome.Grounded, sentence.Text, "Its words stand in what is known.")
            : new Claim(sentence.Text, ClaimKind.Policy, ClaimOutcome.Undecided, sentence.Text, "No rule can tell."));
    }

    private Telling TellOf(string name, ClaimAgent told)
    {
        var known = Told.GetOrCreateValue(world);
        lock (known)
        {
            if (!known.TryGetValue(name, out var telling))
            {
                var one = new Known(world.Now);
                one.Say(told.System);
                one.Say(told.Greeting);
                one.Say(name.Replace('_', ' '));
                foreach (var tool in told.Tools)
                {
                    one.Say(tool.Replace('_', ' '));
                    if (world.Tools.TryGetValue(tool, out var described))
                    {
                        one.Describe(described.Description);
                        foreach (var (argument, description) in described.Arguments)
                        {
                            one.Describe($"{argument.Replace('_', ' ')}. {description}");
                        }
                    }
                }

                foreach (var other in told.HandsOverTo)
                {
                    one.Say(other.Replace('_', ' '));
                    one.Say(world.Agents.GetValueOrDefault(other)?.Description ?? "");
                }

                known[name] = telling = new Telling(
                    one, [.. ToldRule.Of(told.System, world.Now, byPiece: false)],
                    [.. ToldRule.Of(told.System, world.Now, byPiece: true)]);
            }

            return telling;
        }
    }

    private sealed record Telling(Known Known, IReadOnlyList<ToldRule> Clauses, IReadOnlyList<ToldRule> Pieces);
}
