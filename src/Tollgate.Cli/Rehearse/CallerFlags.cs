using System.CommandLine;
using Tollgate.Cli.Flags;
using Tollgate.Cli.Shell;
using Tollgate.Exchanges;
using Tollgate.Input;
using Tollgate.Runs;
using Tollgate.Runs.Records;
using Tollgate.Sessions.CallerModels;
using Tollgate.Transcripts;

namespace Tollgate.Cli.Rehearse;

/// <summary>The flags that let a model play the callers.</summary>
internal sealed class CallerFlags
{
    private readonly TargetFlags target = new("caller-");

    private readonly Option<string?> replay = Flag.Of<string?>("--caller-replay", "RUN",
        "Repeat what the callers' model said in this run. What it was not asked then is asked now, with --caller-url; without it, the agenda speaks.");

    public IEnumerable<Option> Options => [.. target.Place, replay];

    /// <summary>The run whose callers are said again; null for none.</summary>
    public string? Replayed(ParseResult parsed) => parsed.GetValue(replay);

    /// <summary>The model; null where none plays the callers, or where something is wrong.</summary>
    public CallerModel? Read(ParseResult parsed, Func<string, string?> environment, List<InputError> errors)
    {
        var asked = target.Given(parsed).Any() ? target.Read(parsed, environment, errors) : null;
        if (parsed.GetValue(replay) is not { } path)
        {
            return asked is null ? null : new CallerModel(asked);
        }

        var (file, error) = RunFile.Open(path);
        if (file is null)
        {
            errors.Add(new InputError(replay.Name, null, null, error!)); // It was not opened.
            return null;
        }

        using (file)
        {
            try
            {
                var recorded = Recorded(file);
                if (recorded.Count == 0)
                {
                    errors.Add(new InputError(replay.Name, null, null, $"{path} holds no calls whose callers a model played"));
                }

                return new CallerModel(asked) { Recorded = recorded };
            }
            catch (RunFileException damaged)
            {
                errors.Add(new InputError(replay.Name, null, null, damaged.Message));
                return null;
            }
        }
    }

    // A draft that never came is no answer.
    private static Dictionary<string, string> Recorded(RunFile file)
    {
        var recorded = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var draft in file.Sessions().SelectMany(static session => session.Transcript.Entries)
            .OfType<CallerSaid>().SelectMany(static said => said.Drafts)
            .Where(static draft => draft.Text.Length > 0))
        {
            recorded[draft.Key] = draft.Text;
        }

        return recorded;
    }
}
