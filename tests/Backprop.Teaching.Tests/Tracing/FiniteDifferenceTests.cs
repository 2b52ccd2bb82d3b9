namespace Backprop.Teaching.Tests.Tracing;

/// <summary>Every derivative of a trace against differences of the forward loss, which knows no backward pass.</summary>
/// <remarks>
/// D = (4 D(h/2) − D(h)) / 3 of the central differences D(h) = (J(+h) − J(−h)) / 2h. Truncation: h⁴/480 · |J⁽⁵⁾|, with
/// h = 1e-3 about 2e-15 · |J⁽⁵⁾|. Rounding: J carries some 50 rounding errors of 1.1e-16 · |J|, divided by h: about 2e-11 · |J|.
/// The tolerance 1e-10 · max(1, |J|) · max(1, |D|) holds both. The entropies' ln a bends more the nearer a is to 0 (or 1 − a):
/// there h is 1e-3 of that distance, and |D|, which grows as the distance falls, keeps the tolerance above the rounding.
/// </remarks>
public class FiniteDifferenceTests
{
    const double H = 1e-3;
    const double Tolerance = 1e-10;

    [Fact]
    public void Each_derivative_of_a_sample_is_the_difference_quotient_of_its_loss()
    {
        var counts = new Counts();
        GeneratedNets.ForEach(example =>
        {
            var trace = Backpropagation.Run(example);
            var loss = new ForwardLoss(example);
            for (var i = 0; i < trace.SampleCount; i++)
            {
                var sample = i;
                foreach (var id in trace.Quantities().Where(id => id.Sample == sample))
                    if (SourceOf(id.Kind) is { } source)
                        foreach (var entry in Bits.Entries(trace[id]))
                            Check(entry, loss, by => loss.OfSample(sample, Changed(entry.Id, source), by), counts);
            }
        }, 80);
        counts.AssertMost();
    }

    [Fact]
    public void Each_gradient_of_the_batch_is_the_difference_quotient_of_J()
    {
        var counts = new Counts();
        GeneratedNets.ForEach(example =>
        {
            var trace = Backpropagation.Run(example);
            var loss = new ForwardLoss(example);
            Close.Assert(loss.Total(null, 0), trace.Loss, "J");
            foreach (var id in trace.Quantities().Where(id => id.Kind is QuantityKind.TotalWeightGradient or QuantityKind.TotalBiasGradient))
                foreach (var entry in Bits.Entries(trace[id]))
                    Check(entry, loss, by => loss.Total(Changed(entry.Id, id.Kind == QuantityKind.TotalWeightGradient ? QuantityKind.Weights : QuantityKind.Biases), by), counts);
        }, 100);
        counts.AssertMost();
    }

    [Fact]
    public void Forward_values_are_those_of_the_difference_quotients()
    {
        GeneratedNets.ForEach(example =>
        {
            var trace = Backpropagation.Run(example);
            var loss = new ForwardLoss(example);
            for (var i = 0; i < trace.SampleCount; i++) Close.Assert(loss.OfSample(i, null, 0), trace.Sample(i).Loss, $"loss@{i}");
            if (example.LearningRate is null) return;
            var after = new ForwardLoss(example with { Network = trace.Step().Network });
            Close.Assert(after.Total(null, 0), trace.Step().LossAfter, "newJ");
        });
    }

    static void Check(ScalarQuantity derivative, ForwardLoss loss, Func<double, double> at, Counts counts)
    {
        var at0 = at(0);
        var signs = loss.ReluSigns.ToArray();
        var kink = false;
        double Checked(double by)
        {
            var value = at(by);
            kink |= !loss.ReluSigns.SequenceEqual(signs);
            return value;
        }
        var h = H * Distance(derivative);
        double Central(double by) => (Checked(by) - Checked(-by)) / (2 * by);
        var quotient = ((4 * Central(h / 2)) - Central(h)) / 3;
        // beside a kink the quotient is of two different lines
        counts.Add(kink);
        if (!kink) Close.Assert(quotient, derivative, derivative.Name, Tolerance * Math.Max(1, Math.Abs(at0)));
    }

    // how far an output may move before an entropy's logarithm ends, at most 1
    static double Distance(ScalarQuantity derivative)
    {
        var (trace, id) = (derivative.Trace, derivative.Id);
        if (id.Kind != QuantityKind.ActivationGradient || id.Layer != trace.LayerCount || trace.Example.Objective.Loss == LossFunction.SquaredError) return 1;
        double a = trace.Sample(id.Sample!.Value).Layer(trace.LayerCount).Activation[id.Row!.Value], y = trace.Sample(id.Sample.Value).Target[id.Row.Value];
        var binary = trace.Example.Objective.Loss == LossFunction.BinaryCrossEntropy;
        return Math.Min(y > 0 ? a : 1, binary && y < 1 ? 1 - a : 1);
    }

    // what a derivative is taken by; null for what is no derivative
    static QuantityKind? SourceOf(QuantityKind kind) => kind switch
    {
        QuantityKind.ActivationGradient => QuantityKind.Activation,
        QuantityKind.Delta => QuantityKind.PreActivation,
        QuantityKind.WeightGradient => QuantityKind.Weights,
        QuantityKind.BiasGradient => QuantityKind.Biases,
        QuantityKind.InputGradient => QuantityKind.Input,
        _ => null,
    };

    static QuantityId Changed(QuantityId id, QuantityKind source) =>
        id with { Kind = source, Sample = source is QuantityKind.Weights or QuantityKind.Biases ? null : id.Sample };

    sealed class Counts
    {
        int kinks;
        int all;

        public void Add(bool kink)
        {
            all++;
            if (kink) kinks++;
        }

        // leaving kinks out must not leave everything out
        public void AssertMost() => Assert.True(all > 3000 && kinks < all / 50, $"{kinks} of {all} lay beside a kink");
    }
}
