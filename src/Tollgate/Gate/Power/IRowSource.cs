using Tollgate.Gate.Judging;
using Tollgate.Gate.Rubrics;
using Tollgate.Statistics;

namespace Tollgate.Gate.Power;

/// <summary>Draws what two sides would have of a criterion.</summary>
internal interface IRowSource
{
    /// <summary>
    /// So many pairs of sessions, of which the candidate's are better or worse by the effect. The scripts are drawn
    /// too: pair i plays script i modulo <paramref name="scripts"/>.
    /// </summary>
    RowData Draw(Criterion criterion, int scripts, int sessions, Effect effect, RandomStream random);

    /// <summary>
    /// The baseline's value; null where there is none. Of a share whose score errs it is the true one.
    /// </summary>
    double? Value(Criterion criterion);
}
