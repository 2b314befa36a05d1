namespace Tollgate.CallsBench;

/// <summary>An act as a reader labelled it: its name, its slot and value where it has them, and whether the value is right.</summary>
internal readonly record struct LabelledAct(string Act, string Slot, string Value, bool? Right);
