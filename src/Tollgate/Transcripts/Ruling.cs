namespace Tollgate.Transcripts;

/// <summary>What a model said of a sentence of the agent that the rules could not judge.</summary>
/// <param name="Entry">The place of the agent's words among the transcript's entries.</param>
/// <param name="Sentence">The sentence.</param>
/// <param name="Model">The model that was asked.</param>
/// <param name="Says">What it ruled; undecided where it could not tell, or gave no answer that can be read.</param>
/// <param name="Words">Its answer, word for word; empty where none came.</param>
public sealed record Ruling(int Entry, string Sentence, string Model, RulingKind Says, string Words);
