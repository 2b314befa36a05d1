using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Plans;
using Tollgate.Simulator.Profiles;

namespace Tollgate.Cli.Rehearse;

/// <summary>
/// Whom a rehearsal calls, and who adjudicates: simulated models, one target by its flags, or those of a plan.
/// </summary>
internal sealed class RehearsedTargets
{
    private static readonly string[] DefaultModels = ["gpt-5.5", "opus-4.7"];

    private readonly Option<string[]> targets = Flag.Of<string[]>("--target", "NAME",
        "Name of a target in --plan, or a simulated model such as gpt-5.5 or gpt-5.5@emea. Repeatable.");

    private readonly AllowFlags allow = new();
    private readonly Option<string?> plan = Flag.Of<string?>("--plan", "FILE", "Plan whose targets take the calls.");

    private readonly TargetFlags real = new();

    private readonly Option<string?> profiles = Flag.Of<string?>("--profiles", "FILE",
        "Simulated models, as in examples/profiles/default.yaml.");
    private readonly Option<string?> adjudicate = Flag.Of<string?>("--adjudicate", "TARGET",
        "Let this model rule on what the scores cannot judge: the name of a target in --plan, or URL,WIRE,MODEL.");

    private IReadOnlyList<Target>? planned;

    public IEnumerable<Option> Options =>
        [targets, plan, .. allow.Options, .. real.Options, profiles, adjudicate];

    /// <summary>No target of the user's own is given.</summary>
    public bool AreSimulated(ParseResult parsed) => parsed.GetValue(plan) is null && !real.Given(parsed).Any();

    /// <summary>What the targets are read from.</summary>
    public IEnumerable<string?> InputFiles(ParseResult parsed) => [parsed.GetValue(plan), parsed.GetValue(profiles)];

    /// <summary>Those that take the calls; none where something is wrong.</summary>
    public IReadOnlyList<Target> Read(
        ParseResult parsed, ProfileSet models, CommandContext context, FlagReading flags) =>
        AreSimulated(parsed) ? Simulated(parsed, models, flags) : Real(parsed, context, flags);

    /// <summary>The simulated models.</summary>
    public ProfileSet Profiles(ParseResult parsed, FlagReading flags)
    {
        try
        {
            return parsed.GetValue(profiles) is { } file ? ProfileFile.Load(file) : ProfileSet.Default;
        }
        catch (ProfileException e)
        {
            flags.Fail(profiles, e.Message);
            return ProfileSet.Default;
        }
    }

    /// <summary>Who rules on what the rules cannot judge; null for nobody, or where something is wrong.</summary>
    public Target? Adjudicator(ParseResult parsed, CommandContext context, FlagReading flags)
    {
        if (parsed.GetValue(adjudicate) is not { } text)
        {
            return null;
        }

        if (AreSimulated(parsed))
        {
            flags.Fail(adjudicate, "is given without a target of your own; simulated models take their calls in virtual time, where nobody can be asked");
            return null;
        }

        if (parsed.GetValue(plan) is not { } file || text.Contains(',', StringComparison.Ordinal))
        {
            return real.ReadPlace(text, adjudicate, context.Environment, flags.Errors);
        }

        var planned = Planned(parsed, file, context, flags);
        var found = planned.FirstOrDefault(target => target.Name == text);
        if (found is null && planned.Count > 0)
        {
            flags.Fail(adjudicate, $"{file} has no target \"{text}\"{Suggestions.Hint(text, planned.Select(t => t.Name))}");
        }

        return found;
    }

    private List<Target> Simulated(ParseResult parsed, ProfileSet models, FlagReading flags)
    {
        var names = parsed.GetValue(targets) is { Length: > 0 } given
            ? given
            : [.. DefaultModels.Where(models.Models.ContainsKey)];
        if (names.Length == 0)
        {
            names = [.. models.Models.Keys.Take(1)];
        }

        var found = new List<Target>();
        foreach (var name in names.Distinct())
        {
            var (model, region) = name.Split('@', 2) is [var m, var r] ? (m, r) : (name, null);
            if (!models.Models.TryGetValue(model, out var profile))
            {
                flags.Fail(targets, $"there is no simulated model \"{model}\"{Suggestions.Hint(model, models.Models.Keys)}; for a real one expected --url, --wire and --model, or --plan");
            }
            else if (region is not null && !models.Regions.ContainsKey(region))
            {
                flags.Fail(targets, $"there is no simulated region \"{region}\"{Suggestions.Hint(region, models.Regions.Keys)}; expected one of {string.Join(", ", models.Regions.Keys)}");
            }
            else
            {
                found.Add(new Target
                {
                    Name = name,
                    Wire = "openai-chat",
                    Url = new Uri("http://simulated.invalid"),
                    Model = model,
                    Region = region,
                    Price = profile.Price,
                });
            }
        }

        return found;
    }

    private IReadOnlyList<Target> Real(ParseResult parsed, CommandContext context, FlagReading flags)
    {
        var names = parsed.GetValue(targets) ?? [];
        if (parsed.GetValue(plan) is not { } file)
        {
            if (names.Length > 0)
            {
                flags.Fail(targets, "is given with --url; expected --name for its name, or --plan");
            }

            return real.Read(parsed, context.Environment, flags.Errors) is { } one ? [one] : [];
        }

        foreach (var option in real.Given(parsed))
        {
            flags.Fail(option, "is given with --plan; expected the targets in the plan, or no plan");
        }

        var planned = Planned(parsed, file, context, flags);
        foreach (var name in names.Where(name => planned.Count > 0 && planned.All(target => target.Name != name)))
        {
            flags.Fail(targets, $"{file} has no target \"{name}\"{Suggestions.Hint(name, planned.Select(t => t.Name))}");
        }

        // Who adjudicates takes no calls, unless it is asked to.
        var judge = parsed.GetValue(adjudicate);
        return [.. planned.Where(target => names.Length == 0 ? target.Name != judge : names.Contains(target.Name))];
    }

    // The targets alone are taken: how many requests a load would have is not asked.
    private IReadOnlyList<Target> Planned(
        ParseResult parsed, string file, CommandContext context, FlagReading flags)
    {
        if (planned is null)
        {
            var read = PlanReader.Read(
                file, context.Environment, allow.Read(parsed),
                plan => plan with { Requests = plan.Requests ?? 1 });
            flags.Errors.AddRange(read.Errors);
            planned = read.Plan?.Targets ?? [];
        }

        return planned;
    }
}
