namespace Tollgate.Sessions.Recognition;

/// <summary>A turn in two parts.</summary>
/// <param name="First">What was said before the cut.</param>
/// <param name="Rest">What follows, with the spaces between; empty where nothing does.</param>
public readonly record struct CutTurn(string First, string Rest);
