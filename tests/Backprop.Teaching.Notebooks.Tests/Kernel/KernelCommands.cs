namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Tests of the commands around an installed kernel, beside those of the clients; they run one after the other.</summary>
[CollectionDefinition(Name)]
public sealed class KernelCommands : ICollectionFixture<InstalledKernelFixture>
{
    public const string Name = "kernel commands";
}
