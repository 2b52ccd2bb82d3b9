using System.Globalization;

namespace Backprop.Teaching.Tests.Golden;

/// <summary>Mazur's published numbers, to their printed digits, and which order of steps his numbers after the step belong to.</summary>
public class MazurTests
{
    static readonly GoldenCase Mazur = GoldenCase.Of("g1");

    // the published loss after one step does not belong to the published weights; it fits this golden value to 1e-6 only
    static readonly string[] AfterTheStep = ["E_total_after_1", "E_total_after_10000", "out_o1_after_10000", "out_o2_after_10000"];

    [Fact]
    public void Each_published_number_up_to_the_new_weights_has_the_printed_digits()
    {
        var published = Numbers("published").Where(pair => !AfterTheStep.Contains(pair.Key)).ToList();
        var ours = OneStep();
        Assert.Equal(24, published.Count);
        foreach (var (name, number) in published) Close.Assert(0, ours[name] - number, name, HalfOfTheLastDigit(number));
    }

    [Fact]
    public void Each_number_computed_elsewhere_is_ours()
    {
        var ours = OneStep();
        var computed = Numbers("computed").Where(pair => ours.ContainsKey(pair.Key)).ToList();
        Assert.Equal(25, computed.Count);
        foreach (var (name, number) in computed) Close.Assert(number, ours[name], name);
    }

    [Fact]
    public void The_published_loss_after_the_step_fits_to_1e_6_and_not_to_its_digits()
    {
        var after = Backpropagation.Run(Mazur.Example).Step().LossAfter.Value;
        Assert.InRange(Math.Abs(after - 0.291027924), 1e-7, 1e-6);
    }

    [Theory]
    [InlineData(false, "lossAfterStepsBiasesFixed")]
    [InlineData(true, "lossAfterStepsBiasesTrained")]
    public void Ten_thousand_steps_arrive_at_the_golden_losses(bool trainBias, string field)
    {
        var example = Mazur.Example with { Network = Mazur.Example.Network with { TrainBias = trainBias } };
        var golden = Numbers(field).ToDictionary(pair => int.Parse(pair.Key, CultureInfo.InvariantCulture), pair => pair.Value);
        Assert.Equal([1, 2, 3, 10, 100, 1000, 10000], golden.Keys);
        for (var step = 1; step <= 10000; step++)
        {
            example = example with { Network = Backpropagation.Run(example).Step().Network };
            // rounding grows over the steps: 1e-9 of the loss itself, not of 1
            if (golden.TryGetValue(step, out var loss)) Close.Assert(1, Backpropagation.Run(example).Loss / loss, $"loss after {step} steps", 1e-9);
        }
        if (trainBias) return;
        var outputs = Backpropagation.Run(example).Layer(2).Activation;
        Close.Assert(Numbers("computed")["out_o1_after_10000"], outputs[0], "out_o1", 1e-9);
        Close.Assert(Numbers("computed")["out_o2_after_10000"], outputs[1], "out_o2", 1e-9);
    }

    [Fact]
    public void The_published_numbers_after_the_step_come_from_output_weights_that_were_overwritten_first()
    {
        var sequential = Mazur.Extras.GetProperty("sequentialOverwrite");
        var golden = sequential.GetProperty("lossAfterSteps").EnumerateObject().ToDictionary(field => int.Parse(field.Name, CultureInfo.InvariantCulture), field => field.Value.GetDouble());
        var example = Mazur.Example;
        var hidden = MistakenPass.Run(example, Mistake.OutputWeightsOverwrittenFirst);
        Assert.Equal(4, Close.AssertTree(
            Mazur.Extras.GetProperty("hiddenDWIfOutputWeightsWereOverwrittenFirst"),
            new[] { 0, 1 }.Select(j => new[] { 0, 1 }.Select(k => hidden[$"dW[1][{j},{k}]@0"]).ToArray()).ToArray(), "dW[1]"));
        for (var step = 1; step <= 10000; step++)
        {
            var numbers = MistakenPass.Run(example, Mistake.OutputWeightsOverwrittenFirst);
            if (golden.TryGetValue(step, out var loss)) Close.Assert(1, numbers["newJ"] / loss, $"loss after {step} steps", 1e-9);
            foreach (var (name, number) in numbers)
                if (name.StartsWith("newW", StringComparison.Ordinal)) example = example.With(name[3..], number);
        }
        Close.Assert(0, golden[1] - 0.291027924, "published loss after one step", 0.5e-9);
        var outputs = Backpropagation.Run(example).Layer(2).Activation;
        Close.Assert(0, outputs[0] - 0.015912196, "published out_o1 after 10000 steps", 0.5e-9);
        Close.Assert(0, outputs[1] - 0.984065734, "published out_o2 after 10000 steps", 0.5e-9);
    }

    static Dictionary<string, double> OneStep()
    {
        var trace = Backpropagation.Run(Mazur.Example);
        LayerTrace hidden = trace.Layer(1), output = trace.Layer(2);
        MatrixQuantity w1 = trace.Step().Layer(1).WeightsAfter, w2 = trace.Step().Layer(2).WeightsAfter;
        return new()
        {
            ["net_h1"] = hidden.PreActivation[0],
            ["out_h1"] = hidden.Activation[0],
            ["out_h2"] = hidden.Activation[1],
            ["net_o1"] = output.PreActivation[0],
            ["out_o1"] = output.Activation[0],
            ["out_o2"] = output.Activation[1],
            ["E_o1"] = Half(output.ActivationGradient[0]),
            ["E_o2"] = Half(output.ActivationGradient[1]),
            ["E_total"] = trace.Loss,
            ["dE_dout_o1"] = output.ActivationGradient[0],
            ["dout_o1_dnet_o1"] = output.ActivationDerivative[0],
            ["delta_o1"] = output.Delta[0],
            ["dE_dw5"] = output.WeightGradient[0, 0],
            ["w5"] = w2[0, 0],
            ["w6"] = w2[0, 1],
            ["w7"] = w2[1, 0],
            ["w8"] = w2[1, 1],
            ["dE_dout_h1"] = hidden.ActivationGradient[0],
            ["dout_h1_dnet_h1"] = hidden.ActivationDerivative[0],
            ["dE_dw1"] = hidden.WeightGradient[0, 0],
            ["w1"] = w1[0, 0],
            ["w2"] = w1[0, 1],
            ["w3"] = w1[1, 0],
            ["w4"] = w1[1, 1],
            ["E_total_after_1"] = trace.Step().LossAfter,
        };
    }

    // ½(a − y)² of one output
    static double Half(double difference) => difference * difference / 2;

    static Dictionary<string, double> Numbers(string field) =>
        Mazur.Extras.GetProperty(field).EnumerateObject().ToDictionary(pair => pair.Name, pair => pair.Value.GetDouble());

    // the shortest text of the double is what was printed
    static double HalfOfTheLastDigit(double printed)
    {
        var text = printed.ToString("R", CultureInfo.InvariantCulture);
        Assert.DoesNotContain('E', text);
        return 0.5 * Math.Pow(10, -(text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1));
    }
}
