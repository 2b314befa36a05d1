namespace Tollgate.Scores.Catalog;

/// <summary>The measured errors of the scores, as <c>bench/calls</c> counts them; they come with the program.</summary>
internal static class ScoreErrors
{
    private static readonly Lazy<(string On, Dictionary<string, ScoreError> ByName)> Measured = new(Read);

    /// <summary>On what they were measured, in one sentence.</summary>
    public static string MeasuredOn => Measured.Value.On;

    /// <summary>The error of a score; null where it was not measured.</summary>
    public static ScoreError? Of(string name) => Measured.Value.ByName.GetValueOrDefault(name);

    /// <summary>
    /// What a rubric takes in of a score's error: the measured one, or that nobody measured it. Null for what is no
    /// share, and for what needs no judgement.
    /// </summary>
    public static ScoreError? TakenIn(string name) =>
        ScoreCatalog.Find(name) is { IsShare: true, MayErr: true } ? Of(name) ?? ScoreError.Unmeasured : null;

    private static (string, Dictionary<string, ScoreError>) Read()
    {
        using var stream = typeof(ScoreErrors).Assembly.GetManifestResourceStream("score-errors.json")
            ?? throw new InvalidOperationException("The measured errors are not in the library.");
        using var json = JsonDocument.Parse(stream);
        return (
            json.RootElement.GetProperty("on").GetString() ?? "",
            json.RootElement.GetProperty("errors").EnumerateObject().ToDictionary(
                static one => one.Name,
                static one => new ScoreError(
                    one.Value.GetProperty("found")[0].GetInt32(), one.Value.GetProperty("found")[1].GetInt32(),
                    one.Value.GetProperty("charged")[0].GetInt32(), one.Value.GetProperty("charged")[1].GetInt32(),
                    one.Value.GetProperty("unit").GetString() ?? "")
                {
                    Undecided = one.Value.TryGetProperty("undecided", out var undecided)
                        ? (undecided[0].GetInt32(), undecided[1].GetInt32())
                        : null,
                },
                StringComparer.Ordinal));
    }
}
