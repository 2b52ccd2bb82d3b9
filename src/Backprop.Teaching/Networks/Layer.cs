namespace Backprop.Teaching;

/// <summary>Writes a layer as it stands on paper: <c>Layer.Sigmoid(w: [[.15, .20], [.25, .30]], b: [.35, .35])</c>.</summary>
/// <remarks>One row of <c>w</c> for each unit of the layer, one number in it for each unit of the layer before. Without <c>b</c> the layer has no bias.</remarks>
public static class Layer
{
    /// <summary>A layer of sigmoid units.</summary>
    /// <param name="w">W, one row for each unit.</param>
    /// <param name="b">b, one number for each unit; null for a layer without bias.</param>
    /// <returns>A layer.</returns>
    /// <exception cref="InvalidInputException">W is empty or ragged, b has another length, or a number is not finite.</exception>
    public static DenseLayer Sigmoid(double[][] w, double[]? b = null) => Of(ActivationFunction.Sigmoid, w, b);

    /// <summary>A layer of tanh units.</summary>
    /// <inheritdoc cref="Sigmoid"/>
    public static DenseLayer Tanh(double[][] w, double[]? b = null) => Of(ActivationFunction.Tanh, w, b);

    /// <summary>A layer of rectified linear units.</summary>
    /// <inheritdoc cref="Sigmoid"/>
    public static DenseLayer ReLU(double[][] w, double[]? b = null) => Of(ActivationFunction.ReLU, w, b);

    /// <summary>A layer whose activation is the identity, a = z.</summary>
    /// <inheritdoc cref="Sigmoid"/>
    public static DenseLayer Identity(double[][] w, double[]? b = null) => Of(ActivationFunction.Identity, w, b);

    /// <summary>A softmax output layer.</summary>
    /// <inheritdoc cref="Sigmoid"/>
    public static DenseLayer Softmax(double[][] w, double[]? b = null) => Of(ActivationFunction.Softmax, w, b);

    /// <summary>A layer of any activation.</summary>
    /// <param name="activation">The activation function.</param>
    /// <param name="w">W, one row for each unit.</param>
    /// <param name="b">b, one number for each unit; null for a layer without bias.</param>
    /// <returns>A layer.</returns>
    /// <exception cref="InvalidInputException">W is empty or ragged, b has another length, or a number is not finite.</exception>
    public static DenseLayer Of(ActivationFunction activation, double[][] w, double[]? b = null)
    {
        ArgumentNullException.ThrowIfNull(activation);
        ArgumentNullException.ThrowIfNull(w);
        var inputs = w.Length == 0 ? 0 : w[0].Length;
        if (inputs == 0) throw new InvalidInputException("W", "W of this layer", "no numbers", "one row for each unit, one number for each input");
        var columns = new double[w.Length * inputs];
        for (var j = 0; j < w.Length; j++)
        {
            if (w[j].Length != inputs) throw new InvalidInputException($"W[{j}]", $"W row {j} of this layer", Count(w[j].Length), $"{inputs} as in row 0");
            for (var k = 0; k < inputs; k++)
                columns[(k * w.Length) + j] = double.IsFinite(w[j][k])
                    ? w[j][k]
                    : throw new InvalidInputException($"W[{j}][{k}]", $"W row {j} of this layer", NumberFormat.RoundTrip(w[j][k]), "a finite number");
        }
        if (b is not null)
        {
            if (b.Length != w.Length) throw new InvalidInputException("b", "b of this layer", Count(b.Length), $"{w.Length}, one for each row of W");
            for (var j = 0; j < b.Length; j++)
                if (!double.IsFinite(b[j])) throw new InvalidInputException($"b[{j}]", "b of this layer", NumberFormat.RoundTrip(b[j]), "a finite number");
        }
        return new(activation, columns, w.Length, inputs, (double[]?)b?.Clone());
    }

    static string Count(int numbers) => numbers == 1 ? "1 number" : $"{numbers} numbers";
}
