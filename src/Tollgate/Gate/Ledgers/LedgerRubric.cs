using Tollgate.Gate.Rubrics;

namespace Tollgate.Gate.Ledgers;

/// <summary>A rubric as a ledger holds it.</summary>
/// <param name="Name">The rubric's name.</param>
/// <param name="Digest">SHA-256 of <paramref name="Canonical"/>, in lower-case hexadecimal digits.</param>
/// <param name="TextDigest">SHA-256 of the file's text: comments and layout count.</param>
/// <param name="Canonical">The canonical form: all of the rule.</param>
public sealed record LedgerRubric(string Name, string Digest, string TextDigest, string Canonical)
{
    /// <summary>Whether it is a rubric to the letter: comments and layout count.</summary>
    public bool Is(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        return Digest == rubric.Digest && TextDigest == rubric.TextDigest;
    }

    /// <summary>A rubric that was read.</summary>
    public static LedgerRubric Of(Rubric rubric)
    {
        ArgumentNullException.ThrowIfNull(rubric);
        return new LedgerRubric(rubric.Name, rubric.Digest, rubric.TextDigest, rubric.Canonical);
    }
}
