namespace Backprop.Teaching;

public abstract partial class Notation
{
    /// <summary>Text 000: bias as unit 0, units and samples from 1, the input is layer 1, Δ the sum and D the mean.</summary>
    public static Notation BiasUnit { get; } = new BiasUnitNotation();

    /// <summary>Text 001: samples as rows, NumPy names: <c>z[l] = a[l] @ w[l] + b[l]</c>.</summary>
    public static Notation Rows { get; } = new RowsNotation();

    /// <summary>Text 002: L_i for the loss of sample i, a_{ij} with the sample first, derivatives instead of δ.</summary>
    public static Notation Partials { get; } = new PartialsNotation();

    /// <summary>Text 003: δ as sensitivity, J(w,b;x,y), units from 1, the input is layer 1, λ and α.</summary>
    public static Notation Sensitivity { get; } = new SensitivityNotation();

    /// <summary>Text 004: Z^{[l]}, A^{[l]}, dZ^{[l]}, dA^{[l]}, samples as columns.</summary>
    public static Notation Capitals { get; } = new CapitalsNotation();

    /// <summary>All notations, the canonical one first.</summary>
    public static IReadOnlyList<Notation> All => [Canonical, BiasUnit, Rows, Partials, Sensitivity, Capitals];

    /// <summary>Finds a notation by its name or by the number of its text.</summary>
    /// <param name="name">For example <c>partials</c> or <c>002</c>.</param>
    /// <returns>The notation, or null.</returns>
    public static Notation? Find(string name) => All.FirstOrDefault(notation => notation.Name == name || notation.Alias == name);
}
