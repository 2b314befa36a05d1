namespace Tollgate.Scores;

/// <summary>The names of the scores, as documents, run files and rubrics spell them.</summary>
public static class ScoreNames
{
    /// <summary>Right arguments of all that were expected, and of unexpected ones. Higher is better.</summary>
    public const string ToolArguments = "tool_arguments";

    /// <summary>Calls wholly right of all that were expected, and of extra ones. Higher is better.</summary>
    public const string ToolCalls = "tool_calls";

    /// <summary>Right answers to callers who ask for what is not there. Higher is better.</summary>
    public const string RefusalsOnMissing = "refusals_on_missing";

    /// <summary>Replies that state what stands nowhere, of all replies heard. Lower is better.</summary>
    public const string Fabrications = "fabrications";

    /// <summary>
    /// "Not on file" after a tool that gave no answer, of the turns with such a tool. Lower is better.
    /// </summary>
    public const string FalseNotFound = "false_not_found";

    /// <summary>Lookups answered without a call of the tool, of the lookups that were due. Lower is better.</summary>
    public const string AnswersWithoutLookup = "unlooked_answers";

    /// <summary>Refusals though the tool had answered, of the turns in which it had. Lower is better.</summary>
    public const string NeedlessRefusals = "needless_refusals";

    /// <summary>Actions claimed that no call did, of all actions claimed. Lower is better.</summary>
    public const string ClaimedActions = "claimed_actions";

    /// <summary>Handoffs to the right agent, once, of all expected and of extra ones. Higher is better.</summary>
    public const string Handoffs = "handoffs";

    /// <summary>Questions asked again after a handoff, of those answered before it. Lower is better.</summary>
    public const string AskedAgain = "asked_again";

    /// <summary>Goals reached. Higher is better.</summary>
    public const string Goals = "goals";

    /// <summary>Records as they should be in the end, of those and of unexplained changes. Higher is better.</summary>
    public const string Records = "records";

    /// <summary>Calls that had the same effect a second time, of all calls with an effect. Lower is better.</summary>
    public const string Duplicates = "duplicates";

    /// <summary>The caller's turns in a session. Lower is better where the goals are reached.</summary>
    public const string Turns = "turns";

    /// <summary>Post-call answers that are the suite's labels. Higher is better.</summary>
    public const string Labels = "labels";

    /// <summary>Sessions whose caller could say all and hung up. Higher is better.</summary>
    public const string Finished = "finished";

    /// <summary>Whether more of it is better.</summary>
    public static bool HigherIsBetter(string name) => name is
        ToolArguments or ToolCalls or RefusalsOnMissing or Handoffs or Goals or Records or Labels or Finished;

    /// <summary>Whether it is a share of trials, 0 to 1.</summary>
    public static bool IsShare(string name) => name != Turns;
}
