namespace Tollgate.Figures;

/// <summary>Which way a figure gets better.</summary>
public enum BetterWhen : byte
{
    Lower,

    Higher,
}
