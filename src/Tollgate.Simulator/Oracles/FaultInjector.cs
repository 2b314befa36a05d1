using Tollgate.Exchanges;
using Tollgate.Statistics;
using Tollgate.Suites;
using Tollgate.Suites.Tools;
using Tollgate.Values;

namespace Tollgate.Simulator.Oracles;

/// <summary>
/// Spoils the right reply at stated rates, so that what scores it can be measured. At most one fault a call and one in
/// the words. The same random stream gives the same faults. Safe for concurrent use with streams of one's own.
/// </summary>
internal sealed class FaultInjector(InjectionRates rates)
{
    private static readonly FaultKind[] OfCalls = [.. Enum.GetValues<FaultKind>().Where(static kind =>
        kind is <= FaultKind.BrokenJson)];

    private static readonly string[] InventedNames =
        ["lookup_everything", "confirm_now", "get_customer_data", "fix_it", "update_record_v2"];

    private static readonly string[] InventedArguments = ["priority", "channel", "source", "verified", "locale"];

    public InjectedReply Spoil(Reply ideal, InjectionContext context, RandomStream random)
    {
        var planted = new List<InjectedFault>();
        var calls = new List<ToolCall>();
        foreach (var call in ideal.ToolCalls)
        {
            if (Transfer.IsTransfer(call.Name, out var agent))
            {
                Handoff(call, agent, context, random, calls, planted);
            }
            else
            {
                Call(call, context, random, calls, planted);
            }
        }

        // Who tries again has not given an answer yet.
        var text = Words(
            ideal.Text,
            context with { AfterToolFailure = context.AfterToolFailure && ideal.ToolCalls.Count == 0 },
            random, planted);
        return new InjectedReply(ideal with { Text = text, ToolCalls = calls }, planted);
    }

    private bool Draws(FaultKind kind, RandomStream random) => rates[kind] > 0 && random.NextDouble() < rates[kind];

    private void Handoff(
        ToolCall call, string agent, InjectionContext context, RandomStream random, List<ToolCall> calls,
        List<InjectedFault> planted)
    {
        if (Draws(FaultKind.ForgottenHandoff, random))
        {
            planted.Add(new InjectedFault(FaultKind.ForgottenHandoff, call.Name));
            return;
        }

        var others = context.Suite.Agents.Keys.Where(name => name != agent && name != context.Agent).ToList();
        if (Draws(FaultKind.WrongHandoff, random) && others.Count > 0)
        {
            var wrong = Transfer.NameOf(others[random.Next(others.Count)]);
            planted.Add(new InjectedFault(FaultKind.WrongHandoff, $"{wrong} for {call.Name}"));
            calls.Add(call with { Name = wrong });
            return;
        }

        calls.Add(call);
    }

    private void Call(
        ToolCall call, InjectionContext context, RandomStream random, List<ToolCall> calls, List<InjectedFault> planted)
    {
        foreach (var kind in OfCalls)
        {
            if (Draws(kind, random) && Planted(kind, call, context, random) is { } spoiled)
            {
                planted.Add(new InjectedFault(kind, spoiled.What));
                calls.AddRange(spoiled.Calls);
                return;
            }
        }

        calls.Add(call);
    }

    // The calls in place of the right one; null where the fault cannot be planted in it.
    private static (ToolCall[] Calls, string What)? Planted(
        FaultKind kind, ToolCall call, InjectionContext context, RandomStream random)
    {
        // How a model finds what it needs is its own business: a lookup that is left out, or made otherwise, is no
        // fault.
        var isLookup = context.Suite.Tools.TryGetValue(call.Name, out var tool) && !tool.HasEffect;
        switch (kind)
        {
            case FaultKind.WrongTool or FaultKind.UnexpectedArgument or FaultKind.DuplicateCall
                or FaultKind.DroppedCall when isLookup:
                return null;
            case FaultKind.WrongTool:
                return Others(call, context) is { Count: > 0 } tools
                    && tools[random.Next(tools.Count)] is var name
                    ? ([call with { Name = name }], $"{name} for {call.Name}")
                    : null;
            case FaultKind.ExtraCall:
                return Others(call, context) is { Count: > 0 } more && more[random.Next(more.Count)] is var extra
                    ? ([call, call with { Id = call.Id + "x", Name = extra }], extra)
                    : null;
            case FaultKind.DuplicateCall:
                return ([call, call with { Id = call.Id + "d" }], call.Name);
            case FaultKind.DroppedCall:
                return ([], call.Name);
            case FaultKind.InventedTool:
                var invented = InventedNames[random.Next(InventedNames.Length)];
                return ([call with { Name = invented }], $"{invented} for {call.Name}");
            case FaultKind.BrokenJson:
                var at = random.Next(1, Math.Max(2, call.ArgumentsJson.Length));
                return ([call with { ArgumentsJson = Broken(call.ArgumentsJson, at) }], call.Name);
            default:
                return Spoilt(kind, call, context, random) is var (arguments, what)
                    ? ([call with { ArgumentsJson = arguments }], what)
                    : null;
        }
    }

    private static string Broken(string json, int length) =>
        json.Length > 1 ? json[..Math.Min(length, json.Length - 1)] : "{";

    // The agent's other tools with an effect, of which the session expects none.
    private static List<string> Others(ToolCall call, InjectionContext context) =>
        [.. context.Suite.Agents[context.Agent].Tools.Where(tool => tool != call.Name
            && context.Suite.Tools[tool].HasEffect
            && !context.Session.ExpectedCalls.Any(one => one.Tool == tool))];

    private static (string Arguments, string What)? Spoilt(
        FaultKind kind, ToolCall call, InjectionContext context, RandomStream random)
    {
        var arguments = JsonElement.Parse(call.ArgumentsJson).EnumerateObject()
            .ToDictionary(static one => one.Name, static one => one.Value);
        if (kind == FaultKind.UnexpectedArgument)
        {
            var added = InventedArguments[random.Next(InventedArguments.Length)];
            if (!arguments.TryAdd(added, JsonElement.Parse("\"standard\"")))
            {
                return null;
            }

            return (JsonSerializer.Serialize(arguments), added);
        }

        // Only what the session compares can be spoiled.
        var targets = context.Session.ExpectedCalls.Where(one => one.Tool == call.Name).ToList();
        var names = arguments.Where(one => one.Value.ValueKind != JsonValueKind.Null
                && targets.Exists(target => target.Arguments.ContainsKey(one.Key)))
            .Select(static one => one.Key).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var name = names[random.Next(names.Count)];
        if (kind == FaultKind.MissingArgument)
        {
            arguments.Remove(name);
            return (JsonSerializer.Serialize(arguments), name);
        }

        var value = arguments[name];
        var other = kind == FaultKind.WrongType
            ? WrongType(value)
            : WrongValue(name, value, call, context, targets, random);
        if (other is not { } given)
        {
            return null;
        }

        arguments[name] = given;
        return (JsonSerializer.Serialize(arguments), $"{name}: {given.GetRawText()} for {value.GetRawText()}");
    }

    private static JsonElement WrongType(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => JsonSerializer.SerializeToElement(value.GetRawText()),
        JsonValueKind.True or JsonValueKind.False =>
            JsonSerializer.SerializeToElement(value.ValueKind == JsonValueKind.True ? "yes" : "no"),
        JsonValueKind.String when long.TryParse(
            value.GetString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) =>
            JsonSerializer.SerializeToElement(number),
        JsonValueKind.Array => JsonSerializer.SerializeToElement(value.GetRawText()),
        _ => JsonSerializer.SerializeToElement(new[] { value }),
    };

    private static JsonElement? WrongValue(
        string name, JsonElement value, ToolCall call, InjectionContext context, List<ExpectedCall> targets,
        RandomStream random)
    {
        if (!context.Suite.Tools.TryGetValue(call.Name, out var tool))
        {
            return null;
        }

        var rule = targets.Select(target => target.Arguments.GetValueOrDefault(name)).OfType<ExpectedValue>().First();
        var own = tool.Rules.GetValueOrDefault(name) ?? rule.Rule;
        if (own.Kind == ValueKind.Any || rule.Rule.Kind == ValueKind.Any)
        {
            return null;
        }

        var other = NearMiss.Of(
            value, rule.Rule.Kind == ValueKind.Pattern ? ValueRule.Text : own, context.Suite.Now, random);

        // What is wrong here must be right nowhere else in the session.
        return other is { } given && !targets.Exists(target => target.Arguments.TryGetValue(name, out var expected)
            && Values.ValueComparer.Meets(expected, given, context.Suite.Now))
            ? given
            : null;
    }

    private string Words(string text, InjectionContext context, RandomStream random, List<InjectedFault> planted)
    {
        if (text.Length == 0)
        {
            return text;
        }

        foreach (var kind in context.MissingTrial ? InjectionRates.Fabrications : [])
        {
            if (Draws(kind, random))
            {
                return Plant(kind);
            }
        }

        return context.AfterToolFailure && Draws(FaultKind.FalseNotFound, random)
            ? Plant(FaultKind.FalseNotFound)
            : text;

        string Plant(FaultKind kind)
        {
            var (words, invented) = Inventions.Of(kind, Known(context), random);
            planted.Add(new InjectedFault(kind, $"{invented}: {words}"));
            return words;
        }
    }

    // All that a session knows: what is drawn must not stand in it by chance.
    private static string Known(InjectionContext context)
    {
        var known = new StringBuilder();
        foreach (var agent in context.Suite.Agents.Values)
        {
            known.AppendLine(agent.System).AppendLine(agent.Greeting);
        }

        foreach (var wish in context.Session.Brief.Wishes)
        {
            known.AppendLine(wish.Opens).AppendLine(wish.Again);
        }

        foreach (var fact in context.Session.Brief.Wishes.SelectMany(static wish => wish.Facts.Values)
            .Concat(context.Session.Brief.Facts.Values))
        {
            known.AppendLine(fact.Value).AppendLine(fact.Spoken);
        }

        foreach (var record in context.Session.Tables.Values.SelectMany(static table => table.Records))
        {
            known.AppendLine(record.GetRawText());
        }

        return known.ToString();
    }
}
