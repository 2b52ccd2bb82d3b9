namespace Backprop.Teaching.Tests.Diagnosis;

/// <summary>Worksheets of the study, from a seed: numbers of both signs, none of them 0, ±1 or ½, every |z| in 0.15…2.5.</summary>
static class StudyWorksheets
{
    static readonly int[][] Shapes = [[2, 4, 2], [2, 3, 3, 2], [3, 4, 2]];

    static readonly (ActivationFunction Hidden, ActivationFunction Output, LossFunction Loss)[] Kinds =
    [
        (ActivationFunction.Sigmoid, ActivationFunction.Sigmoid, LossFunction.SquaredError),
        (ActivationFunction.Tanh, ActivationFunction.Sigmoid, LossFunction.SquaredError),
        (ActivationFunction.ReLU, ActivationFunction.Tanh, LossFunction.SquaredError),
        (ActivationFunction.Sigmoid, ActivationFunction.Softmax, LossFunction.CrossEntropy),
        (ActivationFunction.Tanh, ActivationFunction.Softmax, LossFunction.CrossEntropy),
        (ActivationFunction.Sigmoid, ActivationFunction.Identity, LossFunction.SquaredError),
        (ActivationFunction.Tanh, ActivationFunction.Sigmoid, LossFunction.BinaryCrossEntropy),
        (ActivationFunction.Sigmoid, ActivationFunction.Softmax, LossFunction.SquaredError),
    ];

    /// <summary>How many different settings there are before they come again with other numbers.</summary>
    public static int Settings => Shapes.Length * Kinds.Length * 4;

    public static Example Of(int number)
    {
        var setting = number % Settings;
        var shape = Shapes[setting % 3];
        var kind = Kinds[setting / 3 % Kinds.Length];
        var m = setting / 3 / Kinds.Length % 2 == 0 ? 3 : 1;
        var lambda = setting / 3 / Kinds.Length / 2 == 0 ? 0.15 : 0;
        for (var attempt = 0; ; attempt++)
        {
            var example = From(new SeededRandom((number * 1000L) + attempt), shape, kind, m, lambda, $"worksheet {number}");
            if (attempt == 999 || IsClear(example)) return example;
        }
    }

    static Example From(SeededRandom random, int[] shape, (ActivationFunction Hidden, ActivationFunction Output, LossFunction Loss) kind, int m, double lambda, string name)
    {
        var layers = new List<DenseLayer>();
        for (var l = 1; l < shape.Length; l++)
        {
            double[][] w = [.. Enumerable.Range(0, shape[l]).Select(_ => Numbers(random, shape[l - 1], 0.2, 0.95))];
            layers.Add(Layer.Of(l == shape.Length - 1 ? kind.Output : kind.Hidden, w, Numbers(random, shape[l], 0.1, 0.6)));
        }
        return Example.Of(
            Network.Of([.. layers]),
            [.. Enumerable.Range(0, m).Select(_ => Numbers(random, shape[0], 0.2, 0.95))],
            [.. Enumerable.Range(0, m).Select(_ => Target(random, kind.Loss, kind.Output, shape[^1]))],
            new() { Loss = kind.Loss, WeightDecay = lambda }, 0.3, name);
    }

    static double[] Target(SeededRandom random, LossFunction loss, ActivationFunction output, int count)
    {
        if (loss != LossFunction.SquaredError)
        {
            var share = Math.Round(random.Between(0.1, 0.4), 2);
            return random.Below(2) == 0 ? [share, Math.Round(1 - share, 2)] : [Math.Round(1 - share, 2), share];
        }
        var numbers = Numbers(random, count, 0.1, 0.9);
        return output == ActivationFunction.Sigmoid || output == ActivationFunction.Softmax ? [.. numbers.Select(Math.Abs)] : numbers;
    }

    // two decimals, no two the same
    static double[] Numbers(SeededRandom random, int count, double least, double most)
    {
        var numbers = new List<double>();
        while (numbers.Count < count)
        {
            var size = Math.Round(random.Between(least, most), 2);
            if (size == 0.5 || numbers.Exists(number => Math.Abs(number) == size)) continue;
            numbers.Add(random.Below(2) == 0 ? size : -size);
        }
        return [.. numbers];
    }

    static bool IsClear(Example example)
    {
        for (var i = 0; i < example.SampleCount; i++)
        {
            var pass = PlainBackpropagation.Run(example, i);
            if (pass.Z.Skip(1).Any(z => z.Any(each => Math.Abs(each) is < 0.15 or > 2.5))) return false;
            if (pass.Delta.Skip(1).Any(delta => delta.All(each => each == 0) || delta.Any(each => each != 0 && Math.Abs(each) < 1e-3))) return false;
        }
        return true;
    }

    /// <summary>The ten numbers that a sheet asks for: δ of sample 0, one ∂J/∂W and one ∂J/∂b of each layer.</summary>
    public static IReadOnlyList<QuantityId> Asked(Example example)
    {
        var L = example.Network.LayerCount;
        var asked = new List<QuantityId>();
        for (var l = L; l >= 1; l--)
        {
            asked.Add(new(QuantityKind.TotalWeightGradient, l, 0, 1));
            asked.Add(new(QuantityKind.TotalBiasGradient, l, 1));
        }
        for (var l = L; l >= 1; l--)
            for (var j = 0; j < example.Network.Layer(l).Units && asked.Count < 10; j++)
                // with three layers there is room for two units of the upper two and for none more
                if (L == 2 || j < (l == L ? 2 : 1)) asked.Add(new(QuantityKind.Delta, l, j, null, 0));
        return [.. asked.OrderBy(id => id.Kind == QuantityKind.Delta ? 0 : 1)];
    }
}
