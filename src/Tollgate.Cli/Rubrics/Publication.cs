using Spectre.Console;
using Tollgate.Cli.Ledgers;
using Tollgate.Gate.Ledgers;
using Tollgate.Gate.Power;
using Tollgate.Gate.Reading;
using Tollgate.Gate.Rubrics;
using Tollgate.Workflows.Ledgers;
using Tollgate.Workflows.Publishing;

namespace Tollgate.Cli.Rubrics;

/// <summary>Where a rubric stands in a ledger, as <c>publish</c> and <c>check</c> print it.</summary>
/// <param name="Status">Where it stands.</param>
/// <param name="Power">How often the rule errs; null where nobody asked.</param>
internal sealed record Publication(RubricStatus Status, PowerReport? Power = null)
{
    private Rubric Rubric => Status.Rubric;

    private string File => Status.File;

    private LedgerEntry? Entry => Status.Entry;

    private LedgerEntry? InForce => Status.InForce;

    private LedgerRubric? Before => Status.Before;

    private bool IsChanged => Before is not null && Before.Digest != Rubric.Digest;

    private IReadOnlyList<string> Differences =>
        IsChanged ? RubricForm.Differences(Before!.Canonical, Rubric.Canonical) : []; // It is changed from something.

    public void WriteText(IAnsiConsole console)
    {
        Say(console, $"{Rubric.Name}: {RuleText.Of(Rubric)}");
        console.Write(RuleText.Table(Rubric));
        Say(console, $"digest {Rubric.Digest}");
        Say(console, Standing());
        if (Entry is not null)
        {
            Say(console, $"head {Entry.Head}");
        }

        if (Entry is not null && InForce is { Rubric: { } last } && last.Digest != Rubric.Digest)
        {
            Say(console, $"Entry {InForce.Seq} replaced it: runs from then on are judged by that one. `tollgate rubric publish {File}` publishes this one anew.");
        }

        if (IsChanged)
        {
            Say(console, $"The rubric {Rubric.Name} that was published last differs in {string.Join(", ", Differences)}.");
        }

        if (Status.Measured != Rubric.Digest)
        {
            Say(console, "It is judged by the errors of scores that its publication has; those that this version measured are others. A file that differs, if only in a comment, is published with them.");
        }

        foreach (var line in Power is null ? [] : PowerOutput.Lines(Power))
        {
            Say(console, line);
        }

        if (Status.IsNew)
        {
            Say(console, "Post the digest and the head where your team posts things: a later ledger that lacks this entry was cut or written anew.");
        }
        else if (Entry is null)
        {
            Say(console, $"`tollgate rubric publish {File}` publishes it; a gate refuses runs that began before.");
        }
    }

    public void WriteJson(TextWriter output)
    {
        var json = new Dictionary<string, object?>
        {
            ["schema"] = 1,
            ["rubric"] = Rubric.Name,
            ["digest"] = Rubric.Digest,
            ["text_digest"] = Rubric.TextDigest,
            ["ledger"] = Status.Ledger,
            ["published"] = LedgerText.Document(Entry),
            ["new"] = Status.IsNew,
            ["in_force"] = Entry is not null && (InForce is null || InForce.Rubric?.Digest == Rubric.Digest),
            ["same_text"] = Entry?.Rubric?.TextDigest == Rubric.TextDigest,
            ["differs_in"] = Differences,
            ["canonical"] = new RawJson(Rubric.Canonical),
        };
        if (Power is not null)
        {
            json["power"] = PowerOutput.Document(Power, null);
        }

        LedgerText.WriteJson(output, json);
    }

    // Nothing wraps: a digest and a file's name are there to be copied.
    private static void Say(IAnsiConsole console, string line) => console.Profile.Out.Writer.WriteLine(line);

    private string Standing()
    {
        if (Entry is not { } entry)
        {
            return $"It is not published in {Status.Ledger}.";
        }

        var where = string.Create(
            CultureInfo.InvariantCulture,
            $"{LedgerWords.Time(entry.At)}, entry {entry.Seq} of {Status.Ledger}, {LedgerWords.SignedBy(entry)}");
        return Status.IsNew ? $"Published at {where}."
            : entry.Rubric?.TextDigest == Rubric.TextDigest ? $"It is published already, since {where}."
            : $"The same rule is published with other comments or another layout, since {where}.";
    }
}
