namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Tests that measure time or processor load run when nothing else does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
