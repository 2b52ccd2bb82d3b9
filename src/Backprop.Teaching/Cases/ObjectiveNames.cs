namespace Backprop.Teaching;

/// <summary>What the conventions of an objective are called in files, in the order of their enumerations.</summary>
static class ObjectiveNames
{
    public static readonly string[] Decays = ["lambda/2", "lambda/(2m)", "lambda"];

    public static readonly string[] Reductions = ["sum", "mean"];
}
