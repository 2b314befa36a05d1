using Tollgate.Tests.Suites;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Sessions;

/// <summary>A person speaks for the caller.</summary>
public class PersonSeatTests
{
    [Fact]
    public void WhatIsTyped_IsSaid_AndNothing_HangsUp()
    {
        var heard = new List<string>();
        var lines = new Queue<string?>(["Hello, it's me.", "No, thank you.", null]);
        var rehearsal = Rehearsal.Play(
            SuiteFiles.Text("../../Suites/Files/briefs.yaml"), static _ => Rehearsal.Say("What can I do for you?"),
            settings => settings with
            {
                Sessions = [settings.Suite.Find("own_records")!],
                Person = (agent, words) =>
                {
                    heard.Add($"{agent}: {words}");
                    return lines.Dequeue();
                },
            });
        rehearsal.Only.Ending.ShouldBe(SessionEnding.Finished);
        rehearsal.Only.EndingWhy.ShouldBe("You hung up.");
        rehearsal.Only.Entries.OfType<CallerSaid>().Select(static said => said.Said).ShouldBe(
            ["Hello, it's me.", "No, thank you."]);
        heard.Count.ShouldBe(3);
        heard[1].ShouldEndWith(": What can I do for you?");
    }
}
