namespace Tollgate.Scores.Calls;

/// <summary>
/// The cheapest one-to-one assignment of rows to columns, by shortest augmenting paths (R. Jonker and A. Volgenant,
/// Computing 38, 1987; the form of Hungarian potentials). O(rows^2 columns).
/// </summary>
internal static class Assignment
{
    /// <param name="cost">Finite costs, at least as many columns as rows.</param>
    /// <returns>For each row its column.</returns>
    public static int[] Solve(double[,] cost)
    {
        ArgumentNullException.ThrowIfNull(cost);
        var rows = cost.GetLength(0);
        var columns = cost.GetLength(1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows, columns);

        // Rows and columns count from 1; column 0 stands for "no column yet".
        var rowPotential = new double[rows + 1];
        var columnPotential = new double[columns + 1];
        var rowOf = new int[columns + 1];
        var cameFrom = new int[columns + 1];
        for (var row = 1; row <= rows; row++)
        {
            rowOf[0] = row;
            var column = 0;
            var slack = new double[columns + 1];
            Array.Fill(slack, double.PositiveInfinity);
            var visited = new bool[columns + 1];
            while (rowOf[column] != 0)
            {
                visited[column] = true;
                var from = rowOf[column];
                var least = double.PositiveInfinity;
                var next = 0;
                for (var j = 1; j <= columns; j++)
                {
                    if (visited[j])
                    {
                        continue;
                    }

                    var reduced = cost[from - 1, j - 1] - rowPotential[from] - columnPotential[j];
                    if (reduced < slack[j])
                    {
                        slack[j] = reduced;
                        cameFrom[j] = column;
                    }

                    if (slack[j] < least)
                    {
                        least = slack[j];
                        next = j;
                    }
                }

                for (var j = 0; j <= columns; j++)
                {
                    if (visited[j])
                    {
                        rowPotential[rowOf[j]] += least;
                        columnPotential[j] -= least;
                    }
                    else
                    {
                        slack[j] -= least;
                    }
                }

                column = next;
            }

            for (; column != 0; column = cameFrom[column])
            {
                rowOf[column] = rowOf[cameFrom[column]];
            }
        }

        var assigned = new int[rows];
        for (var j = 1; j <= columns; j++)
        {
            if (rowOf[j] != 0)
            {
                assigned[rowOf[j] - 1] = j - 1;
            }
        }

        return assigned;
    }
}
