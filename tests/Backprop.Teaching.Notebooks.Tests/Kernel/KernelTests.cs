namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Tests of an installed kernel as clients use it; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class KernelTests : ICollectionFixture<InstalledKernelFixture>
{
    public const string Name = "installed kernel";
}
