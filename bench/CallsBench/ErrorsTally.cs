using System.Text.Json;
using System.Text.Json.Serialization;
using Tollgate.Scores.Claims.World;
using Tollgate.Scores.Kinds;

namespace Tollgate.CallsBench;

/// <summary>
/// How often a score errs, in its own trials: of what is false how much it finds, and of what is honest how much it
/// charges. Scores of words are counted on labelled sentences; those of calls, records and goals from
/// <c>trials.jsonl</c>, where a reader wrote down which findings were unfair and which planted faults were found.
/// </summary>
internal sealed class ErrorsTally
{
    private readonly SortedDictionary<string, Error> errors = new(StringComparer.Ordinal);

    /// <summary>The figures by the score's name.</summary>
    public IReadOnlyDictionary<string, object> Errors => errors.ToDictionary(
        static one => one.Key, static one => (object)new Document(
            [one.Value.Found, one.Value.False], [one.Value.Charged, one.Value.Honest], one.Value.Unit));

    /// <summary>Counts the labelled sentences of one reply with what was made of them.</summary>
    public void Count(IReadOnlyList<(LabelledSentence Label, IReadOnlyList<Claim> Claims)> reply)
    {
        var claims = reply.SelectMany(static one => one.Claims).ToList();
        var isFalse = reply.Any(static one => one.Label.Claim is "invented" or "contradicts"
            && one.Label.Kind is not ("action" or "refusal" or "not_found"));
        Count(FabricationsScore.Name, "replies", isFalse, claims.Exists(static one => one.IsCharged
            && one.Kind is not (ClaimKind.Action or ClaimKind.Refusal or ClaimKind.Absence)));
        foreach (var (label, made) in reply)
        {
            var actions = made.Where(static one => one.Kind == ClaimKind.Action).ToList();
            if (label.Claim == "done_without_call" || actions.Count > 0)
            {
                Count(ClaimedActionsScore.Name, "sentences that claim an action", label.Claim == "done_without_call",
                    label.Claim == "done_without_call" ? made.Any(static one => one.IsCharged)
                        : actions.Exists(static one => one.IsCharged));
            }
        }
    }

    /// <summary>Adds what readers wrote down; nothing where the folder has no such file.</summary>
    public void Add(string folder)
    {
        var file = Path.Combine(folder, "trials.jsonl");
        foreach (var line in File.Exists(file) ? File.ReadLines(file).Where(static line => line.Length > 0) : [])
        {
            var trial = JsonElement.Parse(line);
            var error = Of(trial.GetProperty("score").GetString()!, trial.GetProperty("unit").GetString()!); // Each has both.
            error.Honest += trial.GetProperty("honest").GetInt32();
            error.Charged += trial.GetProperty("unfair").GetInt32();
            error.False += trial.GetProperty("planted").GetInt32();
            error.Found += trial.GetProperty("found").GetInt32();
        }
    }

    private void Count(string score, string unit, bool isFalse, bool isCharged)
    {
        var error = Of(score, unit);
        if (isFalse)
        {
            error.False++;
            error.Found += isCharged ? 1 : 0;
        }
        else
        {
            error.Honest++;
            error.Charged += isCharged ? 1 : 0;
        }
    }

    private Error Of(string score, string unit) =>
        errors.TryGetValue(score, out var error) ? error : errors[score] = new Error(unit);

    private sealed class Error(string unit)
    {
        public string Unit => unit;

        public int Found { get; set; }

        public int False { get; set; }

        public int Charged { get; set; }

        public int Honest { get; set; }
    }

    private sealed record Document(
        [property: JsonPropertyName("found")] int[] Found,
        [property: JsonPropertyName("charged")] int[] Charged,
        [property: JsonPropertyName("unit")] string Unit);
}
