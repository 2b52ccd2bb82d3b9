namespace Backprop.Teaching;

/// <summary>What a pass takes: the network and the objective, and the samples as rows padded to a multiple of 8.</summary>
readonly unsafe ref struct PassInput(Network network, Objective objective, double* x, double* y)
{
    public readonly Network Network = network;

    public readonly Objective Objective = objective;

    public readonly Rows Inputs = new(x, SampleRows.Padded(network.InputCount));

    public readonly Rows Targets = new(y, SampleRows.Padded(network.OutputCount));
}
