using FsCheck;
using FsCheck.Fluent;
using Tollgate.Scores.Calls;

namespace Tollgate.Tests.Scores;

public class AssignmentTests
{
    // Greedy takes the 1 first and pays 100 for the rest.
    [Fact]
    public void Solve_WhereGreedyIsWrong_FindsTheBest() =>
        Assignment.Solve(new double[,] { { 1, 2 }, { 2, 100 } }).ShouldBe([1, 0]);

    [Fact]
    public void Solve_Nothing_IsNothing() => Assignment.Solve(new double[0, 3]).ShouldBeEmpty();

    [Fact]
    public void Solve_IsAsCheapAsTheBestOfAllPermutations() =>
        Check.QuickThrowOnFailure(Prop.ForAll(
            Gen.Choose(-20, 20).Select(static n => (double)n).ArrayOf(30).ToArbitrary(),
            Gen.Choose(1, 5).ToArbitrary(), Gen.Choose(0, 1).ToArbitrary(), static (numbers, rows, more) =>
            {
                var cost = new double[rows, rows + more];
                for (var i = 0; i < rows; i++)
                {
                    for (var j = 0; j < rows + more; j++)
                    {
                        cost[i, j] = numbers[(i * (rows + more)) + j];
                    }
                }

                var columns = Assignment.Solve(cost);
                return columns.Distinct().Count() == rows
                    && Math.Abs(columns.Select((j, i) => cost[i, j]).Sum() - Best(cost, 0, [])) < 1e-9;
            }));

    private static double Best(double[,] cost, int row, HashSet<int> taken)
    {
        if (row == cost.GetLength(0))
        {
            return 0;
        }

        var best = double.PositiveInfinity;
        for (var j = 0; j < cost.GetLength(1); j++)
        {
            if (taken.Add(j))
            {
                best = Math.Min(best, cost[row, j] + Best(cost, row + 1, taken));
                taken.Remove(j);
            }
        }

        return best;
    }
}
