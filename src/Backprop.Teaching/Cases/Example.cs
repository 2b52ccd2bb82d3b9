using MathNet.Numerics.LinearAlgebra;

namespace Backprop.Teaching;

/// <summary>A worked example: a network, its samples, what is minimised and how large a step is. Immutable; <c>with</c> gives a changed one.</summary>
[TypeFormatterSource(typeof(DisplayableFormatterSource))]
public sealed partial record Example : IHasView
{
    readonly Network network;
    readonly Objective objective;
    readonly SampleRows inputs;
    readonly SampleRows targets;

    internal Example(string name, Network network, double[][] x, double[][] y, Objective objective, double? learningRate)
    {
        Name = name;
        this.network = network;
        this.objective = objective;
        inputs = SampleRows.Of("X", "x", x, network.InputCount, $"layer 1 has {network.InputCount} inputs");
        targets = SampleRows.Of("Y", "y", y, network.OutputCount, $"layer {network.LayerCount} has {network.OutputCount} units");
        if (inputs.Count != targets.Count)
            throw new InvalidInputException("Y", "", targets.Count == 1 ? "1 sample" : $"{targets.Count} samples", $"{inputs.Count}, as in X");
        LearningRate = learningRate;
        ObjectiveRules.Check(network, objective, targets);
    }

    /// <summary>What the example is called; of a file without a name, the file's name without its ending.</summary>
    public string Name { get; init; }

    /// <summary>The network. Setting it checks that the samples and the objective still fit.</summary>
    /// <exception cref="InvalidInputException">The new network has other inputs or outputs, or does not suit the objective.</exception>
    public Network Network
    {
        get => network;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            if (value.InputCount != inputs.Width || value.OutputCount != targets.Width)
                throw new InvalidInputException("layers", "network", value.Shape, $"{inputs.Width} inputs and {targets.Width} outputs, as in X and Y");
            ObjectiveRules.Check(value, objective, targets);
            network = value;
        }
    }

    /// <summary>What is minimised. Setting it checks that it suits the network and the targets.</summary>
    /// <exception cref="InvalidInputException">The loss does not suit the output activation or the targets.</exception>
    public Objective Objective
    {
        get => objective;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            ObjectiveRules.Check(network, value, targets);
            objective = value;
        }
    }

    /// <summary>η, the size of one step, above 0; null if the example makes no step.</summary>
    /// <exception cref="InvalidInputException">The value is not a finite number above 0.</exception>
    public double? LearningRate
    {
        get;
        init => field = value is null || (double.IsFinite(value.Value) && value > 0)
            ? value
            : throw new InvalidInputException("learningRate", "", NumberFormat.RoundTrip(value.Value), "a number above 0");
    }

    /// <summary>m, the number of samples.</summary>
    public int SampleCount => inputs.Count;

    internal SampleRows InputRows => inputs;

    internal SampleRows TargetRows => targets;

    /// <summary>One sample: <c>Example.Of(network, x: [.05, .10], y: [.01, .99], learningRate: .5)</c>.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">n₀ numbers.</param>
    /// <param name="y">n_L numbers.</param>
    /// <param name="objective">What is minimised; ½‖a − y‖² if nothing is said.</param>
    /// <param name="learningRate">η, or null for no step.</param>
    /// <param name="name">What the example is called.</param>
    /// <returns>An example of one sample.</returns>
    /// <exception cref="InvalidInputException">A length does not fit the network, a number is not finite, or the objective does not suit.</exception>
    public static Example Of(Network network, double[] x, double[] y, Objective? objective = null, double? learningRate = null, string name = "example") =>
        Of(network, [x], [y], objective, learningRate, name);

    /// <summary>Several samples, one row each.</summary>
    /// <param name="network">The network.</param>
    /// <param name="x">For each sample n₀ numbers.</param>
    /// <param name="y">For each sample n_L numbers.</param>
    /// <param name="objective">What is minimised; the mean of ½‖a − y‖² if nothing is said.</param>
    /// <param name="learningRate">η, or null for no step.</param>
    /// <param name="name">What the example is called.</param>
    /// <returns>An example.</returns>
    /// <exception cref="InvalidInputException">A length does not fit the network, a number is not finite, or the objective does not suit.</exception>
    public static Example Of(Network network, double[][] x, double[][] y, Objective? objective = null, double? learningRate = null, string name = "example")
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        return new(name, network, x, y, objective ?? new(), learningRate);
    }

    /// <summary>x of one sample: a copy.</summary>
    /// <param name="sample">The sample, from 0.</param>
    /// <returns>n₀ numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Vector<double> Input(int sample) => Vector<double>.Build.DenseOfArray(inputs[Checked(sample)].ToArray());

    /// <summary>y of one sample: a copy.</summary>
    /// <param name="sample">The sample, from 0.</param>
    /// <returns>n_L numbers.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Vector<double> Target(int sample) => Vector<double>.Build.DenseOfArray(targets[Checked(sample)].ToArray());

    /// <summary>This example with one of its samples alone.</summary>
    /// <param name="sample">The sample, from 0.</param>
    /// <returns>A new example of one sample.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such sample.</exception>
    public Example Only(int sample) => new(this, inputs.Only(Checked(sample)), targets.Only(sample));

    /// <inheritdoc/>
    public MimeBundle ToMimeBundle() => DisplayForms.Bundle(this);

    /// <inheritdoc/>
    public string ToHtml() => DisplayForms.Html(this);

    /// <summary>The network, the samples and the objective, as text.</summary>
    /// <returns>Plain text.</returns>
    public override string ToString() => DisplayForms.Text(this);

    internal Example WithInput(int sample, int index, double value) => new(this, inputs.With(sample, index, value), targets);

    internal Example WithTarget(int sample, int index, double value)
    {
        var changed = targets.With(sample, index, value);
        ObjectiveRules.Check(network, objective, changed);
        return new(this, inputs, changed);
    }

    Example(Example original, SampleRows inputs, SampleRows targets)
        : this(original)
    {
        this.inputs = inputs;
        this.targets = targets;
    }

    DisplayNode IHasView.View() => ExampleView.Of(this);

    int Checked(int sample) => sample >= 0 && sample < SampleCount
        ? sample
        : throw new ArgumentOutOfRangeException(nameof(sample), sample, $"Samples are counted from 0: expected 0 to {SampleCount - 1}.");
}
