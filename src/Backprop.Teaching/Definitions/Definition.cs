namespace Backprop.Teaching;

/// <summary>The one definition of a kind of quantity: its formula for one entry and as a whole, and why it holds.</summary>
/// <remarks>
/// Variables: <c>l</c> the layer, <c>j</c> the unit or row, <c>k</c> the column or what a sum runs over, <c>i</c> the sample.
/// The derivation that a person reads, the slow evaluator and the mistakes that the doctor knows are all made from it.
/// </remarks>
/// <param name="Kind">The kind of quantity.</param>
/// <param name="Rule">Why the formula holds.</param>
/// <param name="Reason">The same in a sentence.</param>
/// <param name="Entry">The formula of one entry; null where the number is given or comes from another forward pass.</param>
/// <param name="Whole">The formula of the whole vector or matrix; null for quantities of one number and where <paramref name="Entry"/> is null.</param>
public sealed record Definition(QuantityKind Kind, DerivationRule Rule, string Reason, Expression? Entry, Expression? Whole)
{
    /// <summary>The definition of one quantity in a network with an objective.</summary>
    /// <param name="id">The quantity; of its indices only the layer, and of a Jacobian whether row and column are equal, matter.</param>
    /// <param name="network">The network: its activations, its biases.</param>
    /// <param name="objective">The objective: its loss and conventions.</param>
    /// <returns>The definition with variables as indices.</returns>
    /// <exception cref="InvalidOperationException">The quantity is f′ of a softmax layer, which has a Jacobian instead.</exception>
    public static Definition Of(QuantityId id, Network network, Objective objective)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(objective);
        return id.Kind switch
        {
            QuantityKind.Input or QuantityKind.Target or QuantityKind.Weights or QuantityKind.Biases =>
                new(id.Kind, DerivationRule.Given, "given", null, null),
            QuantityKind.PreActivation => ForwardDefinitions.PreActivation(network.Layer(id.Layer!.Value)),
            QuantityKind.Activation => ForwardDefinitions.Activation(network.Layer(id.Layer!.Value).Activation),
            QuantityKind.ActivationDerivative => ForwardDefinitions.ActivationDerivative(network.Layer(id.Layer!.Value).Activation),
            QuantityKind.ActivationJacobian => ForwardDefinitions.Jacobian(onDiagonal: id.Row == id.Column),
            QuantityKind.SampleLoss => LossDefinitions.SampleLoss(network.LayerCount, objective),
            QuantityKind.DataLoss => LossDefinitions.DataLoss(objective),
            QuantityKind.DecayLoss => LossDefinitions.DecayLoss(objective, QuantityKind.DecayLoss, QuantityKind.Weights),
            QuantityKind.Loss => LossDefinitions.Total(QuantityKind.Loss, QuantityKind.DataLoss, QuantityKind.DecayLoss),
            QuantityKind.ActivationGradient when id.Layer == network.LayerCount => LossDefinitions.OutputGradient(objective, network.OutputCount),
            QuantityKind.ActivationGradient => BackwardDefinitions.HiddenGradient(network.Layer(id.Layer!.Value + 1).Units),
            QuantityKind.Delta => BackwardDefinitions.Delta(id.Layer == network.LayerCount, network.Layer(id.Layer!.Value).Activation, objective),
            QuantityKind.WeightGradient => BackwardDefinitions.WeightGradient(),
            QuantityKind.BiasGradient => BackwardDefinitions.BiasGradient(),
            QuantityKind.InputGradient => BackwardDefinitions.InputGradient(network.Layer(1).Units),
            >= QuantityKind.WeightGradientSum and <= QuantityKind.TotalBiasGradient => BatchDefinitions.Of(id.Kind, objective),
            QuantityKind.DecayLossAfter => LossDefinitions.DecayLoss(objective, QuantityKind.DecayLossAfter, QuantityKind.WeightsAfter),
            QuantityKind.LossAfter => LossDefinitions.Total(QuantityKind.LossAfter, QuantityKind.DataLossAfter, QuantityKind.DecayLossAfter),
            QuantityKind.DataLossAfter =>
                new(id.Kind, DerivationRule.ForwardAgain, "the forward pass once more, with the new weights and biases", null, null),
            _ => StepDefinitions.Of(id.Kind, network.TrainBias),
        };
    }
}
