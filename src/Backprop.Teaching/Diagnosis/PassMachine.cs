namespace Backprop.Teaching;

/// <summary>Carries out the operations of a pass: the numbers without rounding, and beside each how far rounding can move it.</summary>
static class PassMachine
{
    public static void Run(ReadOnlySpan<PassOp> ops, Span<double> values)
    {
        foreach (var op in ops)
        {
            var left = values[op.Left];
            values[op.Target] = op.Code switch
            {
                PassOpCode.MultiplyAdd => Math.FusedMultiplyAdd(left, values[op.Right], values[op.Target]),
                PassOpCode.Multiply => left == 0 ? 0 : left * values[op.Right],
                PassOpCode.Add => left + values[op.Right],
                PassOpCode.Subtract => left - values[op.Right],
                PassOpCode.Divide => left / values[op.Right],
                _ => Of(op.Code, left),
            };
        }
    }

    public static void Run(ReadOnlySpan<PassOp> ops, Span<double> values, Span<double> radii, HalfUnit unit)
    {
        foreach (var op in ops)
        {
            var (left, right) = (values[op.Left], values[op.Right]);
            var (byLeft, byRight) = (radii[op.Left], radii[op.Right]);
            double value, radius;
            switch (op.Code)
            {
                case PassOpCode.Copy: (value, radius) = (left, byLeft); break;
                case PassOpCode.Negate: (value, radius) = (-left, byLeft); break;
                case PassOpCode.Absolute: (value, radius) = (Math.Abs(left), byLeft); break;
                case PassOpCode.Add: (value, radius) = Rounded(left + right, byLeft + byRight, unit); break;
                case PassOpCode.Subtract: (value, radius) = Rounded(left - right, byLeft + byRight, unit); break;
                // 0 · ln 0 is 0 in the entropies: a term of no weight is not there
                case PassOpCode.Multiply when left == 0 && byLeft == 0: (value, radius) = (0, 0); break;
                case PassOpCode.Multiply: (value, radius) = Rounded(left * right, OfProduct(left, byLeft, right, byRight), unit); break;
                case PassOpCode.MultiplyAdd:
                    var product = OfProduct(left, byLeft, right, byRight);
                    product += unit.Of(Math.Abs(left * right) + product);
                    (value, radius) = Rounded(Math.FusedMultiplyAdd(left, right, values[op.Target]), radii[op.Target] + product, unit);
                    break;
                case PassOpCode.Divide:
                    var room = Math.Abs(right) - byRight;
                    value = left / right;
                    (value, radius) = Rounded(value, room > 0 ? (byLeft + (Math.Abs(value) * byRight)) / room : byLeft == 0 && byRight == 0 ? 0 : double.PositiveInfinity, unit);
                    break;
                case PassOpCode.Square: (value, radius) = Rounded(left * left, OfProduct(left, byLeft, left, byLeft), unit); break;
                // ReLU and its step are read off, not calculated
                case PassOpCode.ReLU or PassOpCode.Step: (value, radius) = Between(op.Code, left, byLeft); break;
                default:
                    (value, radius) = Between(op.Code, left, byLeft);
                    (value, radius) = Rounded(value, radius, unit);
                    break;
            }
            values[op.Target] = value;
            radii[op.Target] = radius;
        }
    }

    static (double Value, double Radius) Rounded(double value, double radius, HalfUnit unit) => (value, radius + unit.Of(Math.Abs(value) + radius));

    static double OfProduct(double left, double byLeft, double right, double byRight) =>
        (Math.Abs(left) * byRight) + (Math.Abs(right) * byLeft) + (byLeft * byRight);

    // a function that only rises: its farther end
    static (double Value, double Radius) Between(PassOpCode code, double x, double radius)
    {
        var value = Of(code, x);
        if (radius == 0) return (value, 0);
        if (!(radius < double.PositiveInfinity)) return (value, double.PositiveInfinity);
        var low = code == PassOpCode.Ln && x <= radius ? double.NegativeInfinity : Of(code, x - radius);
        return (value, Math.Max(Of(code, x + radius) - value, value - low));
    }

    static double Of(PassOpCode code, double x) => code switch
    {
        PassOpCode.Copy => x,
        PassOpCode.Negate => -x,
        PassOpCode.Square => x * x,
        PassOpCode.Absolute => Math.Abs(x),
        PassOpCode.Exp => Elementary.Exp(x),
        PassOpCode.Ln => Elementary.Log(x),
        PassOpCode.Sigmoid => Elementary.Sigmoid(x),
        PassOpCode.Tanh => Elementary.Tanh(x),
        PassOpCode.ReLU => x > 0 ? x : 0,
        PassOpCode.Step => x > 0 ? 1 : 0,
        _ => throw new ArgumentOutOfRangeException(nameof(code), code, "no operation on one number"),
    };
}
