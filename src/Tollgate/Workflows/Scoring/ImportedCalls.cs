using Tollgate.Input;
using Tollgate.Suites;
using Tollgate.Suites.Importing;
using Tollgate.Transcripts;
using Tollgate.Transcripts.Formats;

namespace Tollgate.Workflows.Scoring;

/// <summary>Calls that were recorded elsewhere, each with the session of a suite that it plays.</summary>
/// <param name="Calls">The calls that can be scored.</param>
/// <param name="Errors">What could not be read: whole sentences. The other calls can be scored all the same.</param>
/// <param name="Notes">What the transcripts leave out: whole sentences.</param>
internal sealed record ImportedCalls(
    IReadOnlyList<(SuiteSession Session, Transcript Transcript)> Calls, IReadOnlyList<string> Errors,
    IReadOnlyList<string> Notes)
{
    /// <summary>Reads files of transcripts.</summary>
    public static ImportedCalls Read(Suite suite, IEnumerable<string> files)
    {
        var fitted = new List<(SuiteSession, Transcript)>();
        var wrong = new List<string>();
        var notes = new List<string>();
        foreach (var file in files)
        {
            if (!InputFiles.TryReadBytes(file, out var bytes, out var error))
            {
                wrong.Add($"{file}: {error}; expected transcripts");
                continue;
            }

            var found = TranscriptReader.Read(InputFiles.Decode(bytes), file);
            wrong.AddRange(found.Errors.Select(one => one.ToString()));
            notes.AddRange(found.Notes.Select(one => one.ToString()));
            foreach (var transcript in found.Transcripts)
            {
                if (suite.Find(transcript.Session) is { } session)
                {
                    fitted.Add((session, ImportedTranscript.Fit(suite, session, transcript)));
                }
                else
                {
                    wrong.Add($"{file}: the suite {suite.Name} has no session \"{transcript.Session}\""
                        + Suggestions.Hint(transcript.Session, suite.Sessions.Select(static one => one.Name)));
                }
            }
        }

        return new ImportedCalls(fitted, wrong, notes);
    }
}
