namespace Backprop.Teaching;

/// <summary>
/// Draws the numbers of a worksheet: one or two digits, no 0, ±½, ±1, inputs that differ, every |z| in 0.3…2, no output next to
/// its target. What is drawn unit by unit is drawn again until it obeys.
/// </summary>
sealed class WorksheetNumbers(WorksheetPlan plan, SeededRandom random)
{
    const int MostTries = 400;
    const double LeastZ = 0.3;
    const double MostZ = 2;
    const double LeastError = 0.1;

    // in tenths; ½ and 1 tell nothing apart
    static readonly int[] Weights = [2, 3, 4, 6, 7, 8, 9, 11, 12, 13];
    static readonly int[] Biases = [2, 3, 4, 6, 7, 8];
    static readonly int[] Inputs = [2, 3, 4, 6, 7, 8, 9, 11, 12, 13, 14, 16, 17, 18];

    /// <summary>An example that obeys, or null where the draw came to an end in which none was found.</summary>
    public Example? Draw()
    {
        var x = DrawInputs();
        var before = x;
        var layers = new List<DenseLayer>();
        for (var l = 1; l <= plan.LayerCount; l++)
        {
            if (DrawLayer(l, before) is not { } layer) return null;
            layers.Add(layer);
            before = [.. before.Select(a => Activate(layer, a))];
        }
        if (!HasBothSigns(layers) || DrawTargets(before) is not { } y) return null;
        return Example.Of(Network.Of([.. layers]), x, y, new() { Loss = plan.Loss, WeightDecay = plan.WeightDecay }, plan.LearningRate, plan.Name);
    }

    // different in size throughout as long as there are sizes left
    double[][] DrawInputs()
    {
        var x = Enumerable.Range(0, plan.Samples).Select(_ => new double[plan.Sizes[0]]).ToArray();
        var left = new Queue<int>();
        foreach (var row in x)
        {
            for (var k = 0; k < row.Length; k++)
            {
                if (left.Count == 0) left = new(random.Permutation(Inputs.Length).Select(n => Inputs[n]));
                row[k] = Sign() * left.Dequeue() / 10.0;
            }
        }
        return x;
    }

    DenseLayer? DrawLayer(int l, double[][] before)
    {
        var (units, inputs) = (plan.Sizes[l], plan.Sizes[l - 1]);
        var (w, b) = (new double[units][], new double[units]);
        var sizes = random.Permutation(Biases.Length);
        for (var j = 0; j < units; j++)
        {
            var tries = 0;
            bool obeys;
            do
            {
                if (tries++ == MostTries) return null;
                w[j] = Row(inputs);
                b[j] = Sign() * Biases[sizes[j % sizes.Length]] / 10.0;
                obeys = ObeysUnit(l, w[j], b[j], before) && !b.AsSpan(0, j).Contains(b[j]) && w[..j].All(other => !other.SequenceEqual(w[j]));
            }
            while (!obeys);
        }
        if (units * inputs > 1 && w.SelectMany(row => row).Select(Math.Sign).Distinct().Count() < 2) return null;
        var layer = Layer.Of(plan.Activation(l), w, b);
        return plan.Activation(l) == ActivationFunction.ReLU && !HasBothSides(layer, l, before) ? null : layer;
    }

    double[] Row(int inputs)
    {
        var row = new double[inputs];
        // different in size, as long as there are sizes
        var order = random.Permutation(Weights.Length);
        for (var k = 0; k < inputs; k++) row[k] = Sign() * Weights[order[k % order.Length]] / 10.0;
        return row;
    }

    bool ObeysUnit(int l, double[] w, double b, double[][] before)
    {
        var on = 0;
        foreach (var a in before)
        {
            var z = Z(w, b, a);
            if (Math.Abs(z) is < LeastZ or > MostZ) return false;
            if (z > 0) on++;
        }
        // a unit that is off in every sample learns nothing; of one sample some are
        return plan.Activation(l) != ActivationFunction.ReLU || on > 0 || before.Length == 1;
    }

    static bool HasBothSigns(List<DenseLayer> layers)
    {
        var signs = layers.SelectMany(layer => Enumerable.Range(0, layer.Units).SelectMany(j => Enumerable.Range(0, layer.Inputs).Select(k => layer.Weight(j, k)).Append(layer.Bias(j)))).Select(Math.Sign);
        return signs.Distinct().Count() == 2;
    }

    // a rectified layer carries an error back in every sample, and not everywhere where it is hidden and wide enough
    bool HasBothSides(DenseLayer layer, int l, double[][] before)
    {
        var on = before.Select(a => Enumerable.Range(0, layer.Units).Count(j => Z(layer, j, a) > 0)).ToList();
        var least = layer.Units > 2 ? 2 : 1;
        return on.All(count => count >= Math.Min(least, layer.Units)) && (l == plan.LayerCount || layer.Units == 1 || on.Any(count => count < layer.Units));
    }

    double[][]? DrawTargets(double[][] outputs)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var y = outputs.Select(DrawTarget).OfType<double[]>().ToArray();
            if (y.Length < outputs.Length) return null;
            // each class, or both answers of an output, where there are samples enough
            if (!IsClassified || y.Length == 1 || Enumerable.Range(0, y[0].Length).All(j => y.Length < y[0].Length || y.Select(row => row[j]).Distinct().Count() > 1)) return y;
        }
        return null;
    }

    // a − y keeps its digits
    double[]? DrawTarget(double[] outputs)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var y = Target(outputs.Length);
            if (!outputs.Where((a, j) => Math.Abs(a - y[j]) < LeastError).Any()) return y;
        }
        return null;
    }

    bool IsClassified => plan.Loss != LossFunction.SquaredError || plan.Activation(plan.LayerCount) == ActivationFunction.Softmax;

    double[] Target(int outputs)
    {
        if (plan.Activation(plan.LayerCount) == ActivationFunction.Softmax)
        {
            var winner = random.Below(outputs);
            return [.. Enumerable.Range(0, outputs).Select(j => j == winner ? 1.0 : 0)];
        }
        if (plan.Loss == LossFunction.BinaryCrossEntropy) return [.. Enumerable.Range(0, outputs).Select(_ => (double)random.Below(2))];
        int[] sizes = plan.Activation(plan.LayerCount).Name switch
        {
            "sigmoid" => [1, 2, 3, 4, 6, 7, 8, 9],
            "tanh" => [2, 3, 4, 6, 7, 8, 9],
            _ => Weights,
        };
        var signed = plan.Activation(plan.LayerCount).Name is "tanh" or "identity";
        var order = random.Permutation(sizes.Length);
        return [.. Enumerable.Range(0, outputs).Select(j => (signed ? Sign() : 1) * sizes[order[j % order.Length]] / 10.0)];
    }

    int Sign() => random.Below(2) == 0 ? -1 : 1;

    static double Z(double[] w, double b, double[] a) => SumOfProducts.Of(w, a) + b;

    static double Z(DenseLayer layer, int j, double[] a) => SumOfProducts.Of([.. Enumerable.Range(0, layer.Inputs).Select(k => layer.Weight(j, k))], a) + layer.Bias(j);

    static double[] Activate(DenseLayer layer, double[] a)
    {
        var z = Enumerable.Range(0, layer.Units).Select(j => Z(layer, j, a)).ToArray();
        var activated = new double[z.Length];
        layer.Activation.Apply(z, activated);
        return activated;
    }
}
