using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;

namespace Tollgate.Conformance.Tests;

/// <summary>Rubrics that were published, and rehearsals that were held afterwards: made once for all tests.</summary>
public sealed class GateRuns : IAsyncLifetime
{
    /// <summary>Adopts who is a little cheaper, and nobody with many wrong arguments.</summary>
    public const string Quick = """
        # Cheaper, and as right.
        rubric: quick
        wins: 1
        claim: these_scripts
        sessions: { fewest: 30, planned: 40 }
        score_errors: ignored
        criteria:
          - { measure: cost_per_session, win: 1 %, bad_loss: 20 % }
          - { score: tool_arguments, win: 1 point, bad_loss: 5 points }

        """;

    /// <summary>The same, looked at twice on the way.</summary>
    public const string Sequential = """
        rubric: sequential
        wins: 1
        claim: these_scripts
        sessions: { fewest: 30, planned: 80 }
        looks: { design: pocock, at: [40, 80] }
        score_errors: ignored
        criteria:
          - { measure: cost_per_session, win: 5.5 %, bad_loss: 20 % }
          - { score: tool_arguments, win: 1 point, bad_loss: 5 points }

        """;

    /// <summary>A number of the team's beside.</summary>
    public const string Rated = """
        rubric: rated
        wins: 1
        claim: these_scripts
        sessions: { fewest: 30, planned: 40 }
        criteria:
          - { number: rating, better: higher, win: 0.2, bad_loss: 0.5 }
          - { measure: cost_per_session, win: 50 %, bad_loss: 60 % }

        """;

    /// <summary>What no run of these holds.</summary>
    public const string Euros = """
        rubric: euros
        wins: 1
        claim: these_scripts
        sessions: { fewest: 30, planned: 40 }
        criteria:
          - { measure: cost_per_session, win: 1 %, bad_loss: 20 %, at_most: 9 EUR }

        """;

    private readonly Command command = new();

    public string Suite { get; } =
        Path.Combine(ReadmeTests.Root, "tests", "Tollgate.Tests", "Suites", "Files", "good.yaml");

    /// <summary>The run of that name: `both` has gpt-5.5 and opus-4.7.</summary>
    public string this[string run] => command.Path(run + ".tollgate");

    /// <summary>The rubrics and the ledger in another folder; the runs stay where they are, and as they are.</summary>
    internal void CopyTo(Command other)
    {
        foreach (var file in Directory.EnumerateFiles(command.Folder).Where(name => !name.EndsWith(".tollgate")))
        {
            File.Copy(file, other.Path(Path.GetFileName(file)));
        }
    }

    public async ValueTask InitializeAsync()
    {
        await RehearseAsync("early", Suite, "--repeat", "1", "--target", "gpt-5.5", "--target", "opus-4.7");
        command.Write("quick.yaml", Quick);
        var published = await command.RunAsync("rubric", "publish", "quick.yaml");
        published.Code.ShouldBe(0, published.ToString());
        Publish("sequential.yaml", Sequential);
        Publish("rated.yaml", Rated);
        Publish("euros.yaml", Euros);

        string[] both = ["--target", "gpt-5.5", "--target", "opus-4.7"];
        var changed = command.Write("changed.yaml", (await File.ReadAllTextAsync(Suite)).Replace("visits: 4", "visits: 5"));
        await Task.WhenAll(
            RehearseAsync("both", Suite, ["--repeat", "10", .. both]),
            RehearseAsync("again", Suite, ["--repeat", "10", .. both, "--seed", "8"]),
            RehearseAsync("wrong", Suite, "--repeat", "10", "--target", "opus-4.7", "--spoil", "wrong_value=0.5"));
        await Task.WhenAll(
            RehearseAsync("few", Suite, ["--repeat", "1", .. both]),
            RehearseAsync("load", Suite, ["--repeat", "1", .. both, "--concurrency", "4"]),
            RehearseAsync("suite", changed, ["--repeat", "1", .. both]));
        File.Delete(changed);
    }

    public ValueTask DisposeAsync()
    {
        command.Dispose();
        return ValueTask.CompletedTask;
    }

    // As the command does, without a process for each.
    private void Publish(string name, string text)
    {
        command.Write(name, text);
        var file = command.Path("ledger.jsonl");
        var ledger = Ledger.Read(File.ReadAllBytes(file), file).Ledger.ShouldNotBeNull();
        var rubric = RubricReader.Load(command.Path(name)).Rubric.ShouldNotBeNull();
        var (line, entry) = ledger.Next(LedgerRubric.Of(rubric), ledger.Entries[^1].At, null);
        File.WriteAllBytes(file, [.. File.ReadAllBytes(file), .. line]);
        command.Write("ledger.jsonl.head", $"{entry.Head}\n");
    }

    private async Task RehearseAsync(string name, string suite, params string[] arguments)
    {
        string[] seed = arguments.Contains("--seed") ? [] : ["--seed", "7"];
        var run = await command.RunAsync(
            ["rehearse", suite, "--no-post-call", "--quiet", "--out", name + ".tollgate", .. arguments, .. seed]);
        run.Code.ShouldBe(0, run.ToString());
    }
}
