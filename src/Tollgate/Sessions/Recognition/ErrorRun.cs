namespace Tollgate.Sessions.Recognition;

/// <summary>Neighbouring errors: so many words said from a place on were heard as so many others; 0 is none.</summary>
internal readonly record struct ErrorRun(int At, int Said, int Heard)
{
    public int Substitutions => Math.Min(Said, Heard);

    public int Errors => Math.Max(Said, Heard);
}
