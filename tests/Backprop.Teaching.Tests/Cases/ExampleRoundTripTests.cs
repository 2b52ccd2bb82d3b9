namespace Backprop.Teaching.Tests.Cases;

public class ExampleRoundTripTests
{
    [Fact]
    public void What_is_written_reads_back_as_an_equal_example()
    {
        var cases = Repository.GoldenFiles.Select(Example.Read).Concat(Examples.All).ToList();
        Assert.Equal(24, cases.Count);
        Assert.All(cases, example => Assert.Equal(example, Example.Parse(example.ToJson())));
    }

    [Fact]
    public void Every_convention_reads_back()
    {
        foreach (var factor in (double[])[0.5, 1])
            foreach (var overOutputs in Enum.GetValues<Reduction>())
                foreach (var overSamples in Enum.GetValues<Reduction>())
                    foreach (var decay in Enum.GetValues<DecayScaling>())
                    {
                        var objective = new Objective { SquaredErrorFactor = factor, OverOutputs = overOutputs, OverSamples = overSamples, Decay = decay, WeightDecay = 0.25 };
                        var example = Examples.RowBatch with { Objective = objective };
                        Assert.Equal(objective, Example.Parse(example.ToJson()).Objective);
                    }
    }

    [Fact]
    public void Numbers_and_names_read_back_exactly()
    {
        var random = new Random(20261121);
        for (var i = 0; i < 500; i++)
        {
            var numbers = Enumerable.Range(0, 6).Select(_ => Number(random)).ToArray();
            var network = Network.Of(
                Layer.ReLU([[numbers[0], numbers[1]]], i % 2 == 0 ? [numbers[2]] : null),
                Layer.Identity([[numbers[3]]])) with
            { TrainBias = i % 3 == 0 };
            var example = Example.Of(network, [numbers[4], -0.0], [numbers[5]], learningRate: i % 5 == 0 ? null : double.Epsilon, name: "\"\\\n\u2028 Größe 数 😀 </script>");
            var read = Example.Parse(example.ToJson());
            Assert.Equal(example, read);
            Assert.Equal(BitConverter.DoubleToInt64Bits(-0.0), BitConverter.DoubleToInt64Bits(read.Input(0)[1]));
        }
    }

    [Fact]
    public void The_file_of_an_example_is_readable() => Assert.Equal(
        """
        {
          "schema": "backprop-golden/1",
          "name": "small",
          "layers": [
            {
              "activation": "tanh",
              "W": [[0.1, -2], [3, 1E-07]],
              "b": [0.5, 0]
            },
            {
              "activation": "softmax",
              "W": [[1, 2]],
              "b": null
            }
          ],
          "loss": "cross_entropy",
          "lambda": 0.1,
          "trainBias": true,
          "objective": { "overSamples": "sum", "decay": "lambda/(2m)" },
          "X": [[1, 0.25]],
          "Y": [[1]]
        }

        """,
        Example.Of(
            Network.Of(Layer.Tanh([[.1, -2], [3, 1e-7]], [.5, 0]), Layer.Softmax([[1, 2]])),
            [1, .25], [1],
            new() { Loss = LossFunction.CrossEntropy, WeightDecay = .1, OverSamples = Reduction.Sum, Decay = DecayScaling.HalfLambdaPerSample },
            name: "small").ToJson());

    // any finite number, also subnormal ones and the largest
    static double Number(Random random)
    {
        while (true)
        {
            var number = BitConverter.Int64BitsToDouble(random.NextInt64(long.MinValue, long.MaxValue));
            if (double.IsFinite(number)) return number;
        }
    }
}
