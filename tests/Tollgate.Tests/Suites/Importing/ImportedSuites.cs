using System.Runtime.CompilerServices;
using Tollgate.Scores;
using Tollgate.Scores.Kinds;
using Tollgate.Simulator.Oracles;
using Tollgate.Suites;
using Tollgate.Suites.Importing;
using Tollgate.Suites.Reading;
using Tollgate.Transcripts;

namespace Tollgate.Tests.Suites.Importing;

/// <summary>What holds of every import.</summary>
internal static class ImportedSuites
{
    /// <summary>A file of our own in the form of a data set.</summary>
    public static string Text(string name, [CallerFilePath] string test = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(test) ?? ".", "Files", name));

    /// <summary>The suite, which must read, with nothing left out.</summary>
    public static Suite Read(ImportResult result)
    {
        result.LeftOut.Select(error => error.ToString()).ShouldBeEmpty();
        var read = SuiteReader.Read(result.Yaml, "it");
        read.Errors.Select(error => error.ToString()).ShouldBeEmpty();
        return read.Suite.ShouldNotBeNull();
    }

    /// <summary>
    /// What is wrong when agents of every style that behave play the suite's callers. One who reads a value back wrongly
    /// says what stands nowhere, by design.
    /// </summary>
    public static IEnumerable<string> Problems(Suite suite) =>
        from style in AgentStyle.All
        from session in suite.Sessions
        let transcript = OracleCall.Play(suite, session, style, 1)
        from problem in SessionScorer.Score(suite, session, transcript).Items
            .Where(item => item.Right == false && !(style.MisreadsOnce && item.Score is FabricationsScore.Name
                or RefusalsOnMissingScore.Name or AnswersWithoutLookupScore.Name))
            .Select(item => item.Reason).Concat(transcript.Ending == SessionEnding.Finished ? [] : [transcript.EndingWhy])
        select $"{style.Name}: {session.Name}: {problem}";
}
