namespace Tollgate.Load.Prompts;

/// <summary>How long a prompt and its answer are to be. Neither is negative.</summary>
/// <param name="OutputTokens">Tokens of the answer.</param>
internal readonly record struct PromptSize(int PromptTokens, int OutputTokens);
