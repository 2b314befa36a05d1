namespace Tollgate.CallsBench;

/// <summary>A sentence as a reader labelled it: what it claims, of which kind, and why it was labelled so.</summary>
internal readonly record struct LabelledSentence(string Text, string Claim, string Kind, string Why);
