namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The tests that share one installed kernel; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class KernelTests : ICollectionFixture<InstalledKernelFixture>
{
    public const string Name = "installed kernel";
}
