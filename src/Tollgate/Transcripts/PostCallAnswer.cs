namespace Tollgate.Transcripts;

/// <summary>What a model answered to the post-call questions.</summary>
/// <param name="Json">What it wrote; it may be no valid JSON.</param>
/// <param name="ExchangeId">The exchange that brought it.</param>
public sealed record PostCallAnswer(string Json, long ExchangeId);
