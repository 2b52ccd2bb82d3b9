namespace Backprop.Teaching;

/// <summary>Where a grid of heights crosses a level, cell by cell (marching squares).</summary>
static class Contours
{
    public static List<(double X1, double Y1, double X2, double Y2)> At(ContourTrace grid, double level)
    {
        var segments = new List<(double, double, double, double)>();
        Span<(double X, double Y)> crossings = stackalloc (double, double)[4];
        for (var row = 0; row + 1 < grid.Y.Length; row++)
            for (var column = 0; column + 1 < grid.X.Length; column++)
            {
                var count = 0;
                // the corners in a circle: each side that is crossed gives a point
                ReadOnlySpan<(int R, int C)> corners = [(row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column)];
                for (var side = 0; side < 4; side++)
                {
                    var (from, to) = (corners[side], corners[(side + 1) % 4]);
                    var (a, b) = (grid.Z[from.R][from.C], grid.Z[to.R][to.C]);
                    if (a < level == b < level || !double.IsFinite(a) || !double.IsFinite(b)) continue;
                    var t = (level - a) / (b - a);
                    crossings[count++] = (grid.X[from.C] + (t * (grid.X[to.C] - grid.X[from.C])), grid.Y[from.R] + (t * (grid.Y[to.R] - grid.Y[from.R])));
                }
                for (var i = 0; i + 1 < count; i += 2) segments.Add((crossings[i].X, crossings[i].Y, crossings[i + 1].X, crossings[i + 1].Y));
            }
        return segments;
    }
}
