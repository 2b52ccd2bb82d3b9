using System.Diagnostics.CodeAnalysis;

namespace Backprop.Teaching;

/// <summary>The function f in a = f(z), with its derivative f′(z). One of five; there are no others.</summary>
public sealed class ActivationFunction
{
    readonly Func<double, double>? value;
    readonly Func<double, double, double>? derivative;

    // internal, so that tests can hold a function that no other place knows
    internal ActivationFunction(string name, Func<double, double>? value, Func<double, double, double>? derivative)
    {
        Name = name;
        this.value = value;
        this.derivative = derivative;
    }

    /// <summary>σ(z) = 1/(1 + e⁻ᶻ), in 0…1; σ′ = a(1 − a).</summary>
    public static ActivationFunction Sigmoid { get; } = new("sigmoid", Elementary.Sigmoid, (_, a) => a * (1 - a));

    /// <summary>tanh z, in −1…1; tanh′ = 1 − a².</summary>
    public static ActivationFunction Tanh { get; } = new("tanh", Elementary.Tanh, (_, a) => 1 - (a * a));

    /// <summary>max(0, z); the derivative is 1 for z &gt; 0, else 0. At z = 0, where it has none, it is 0 by convention.</summary>
    public static ActivationFunction ReLU { get; } = new("relu", z => z > 0 ? z : 0, (z, _) => z > 0 ? 1 : 0);

    /// <summary>a = z; the derivative is 1.</summary>
    public static ActivationFunction Identity { get; } = new("identity", z => z, (_, _) => 1);

    /// <summary>a_j = e^{z_j} / Σ_k e^{z_k}: each output depends on every z of the layer, so there is a Jacobian diag(a) − a aᵀ and no f′. Output layer only.</summary>
    public static ActivationFunction Softmax { get; } = new("softmax", null, null);

    /// <summary>All five, in the order in which messages list them.</summary>
    public static IReadOnlyList<ActivationFunction> All { get; } = [Sigmoid, Tanh, ReLU, Identity, Softmax];

    /// <summary>The name in files: <c>sigmoid</c>, <c>tanh</c>, <c>relu</c>, <c>identity</c>, <c>softmax</c>.</summary>
    public string Name { get; }

    /// <summary>Whether a_j depends on z_j alone. Only softmax is not elementwise.</summary>
    public bool IsElementwise => value is not null;

    /// <summary>Finds an activation function by its name in files.</summary>
    /// <param name="name">For example <c>sigmoid</c>; lower case.</param>
    /// <param name="function">The function, or null.</param>
    /// <returns>Whether there is one of that name.</returns>
    public static bool TryParse(string name, [NotNullWhen(true)] out ActivationFunction? function) =>
        (function = All.FirstOrDefault(f => f.Name == name)) is not null;

    /// <summary>a = f(z) of one unit.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The activation.</returns>
    /// <exception cref="InvalidOperationException">This is softmax, which is no function of one z.</exception>
    public double Value(double z) => value is null ? throw NotElementwise() : value(z);

    /// <summary>f′(z) of one unit.</summary>
    /// <param name="z">The pre-activation.</param>
    /// <returns>The derivative.</returns>
    /// <exception cref="InvalidOperationException">This is softmax, which has a Jacobian instead.</exception>
    public double Derivative(double z) => DerivativeAt(z, Value(z));

    /// <summary>The same as <see cref="Name"/>.</summary>
    /// <returns>The name in files.</returns>
    public override string ToString() => Name;

    internal double DerivativeAt(double z, double a) => derivative is null ? throw NotElementwise() : derivative(z, a);

    internal void Apply(ReadOnlySpan<double> z, Span<double> a)
    {
        if (value is null) SoftmaxOf(z, a);
        else
            for (var j = 0; j < z.Length; j++)
                a[j] = value(z[j]);
    }

    // ∂a_j/∂z_k, one entry of diag(a) − a aᵀ
    internal static double SoftmaxJacobian(ReadOnlySpan<double> a, int j, int k) => j == k ? a[j] * (1 - a[j]) : -(a[j] * a[k]);

    static void SoftmaxOf(ReadOnlySpan<double> z, Span<double> a)
    {
        // e^{z − max} instead of e^z: the same quotient, and nothing overflows
        var max = z[0];
        foreach (var each in z) max = Math.Max(max, each);
        var sum = 0.0;
        for (var j = 0; j < z.Length; j++)
        {
            a[j] = Elementary.Exp(z[j] - max);
            sum += a[j];
        }
        for (var j = 0; j < z.Length; j++) a[j] /= sum;
    }

    // a place that was forgotten when a function was added must not take it for another one
    internal Exception UnknownTo(string place) => IsElementwise
        ? new NotSupportedException($"{place} does not know the activation function {Name}: it needs a case for it.")
        : NotElementwise();

    static InvalidOperationException NotElementwise() =>
        new("softmax is not elementwise: it has a Jacobian diag(a) − a aᵀ, found a question for f or f′ of one z.");
}
