using Xunit.Abstractions;

[assembly: TestCollectionOrderer("Backprop.Teaching.Notebooks.Tests.LongestFirst", "Backprop.Teaching.Notebooks.Tests")]

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Begins with the collections that take longest, so that no processor waits for one of them at the end.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    static readonly string[] Long = [KernelTests.Name, KernelCommands.Name, nameof(PackageTests), nameof(LessonRunTests), nameof(BrowserTests), nameof(NotebookRunnerTests), nameof(ReferenceTests)];

    public IEnumerable<ITestCollection> OrderTestCollections(IEnumerable<ITestCollection> testCollections) =>
        testCollections.OrderBy(collection => Array.FindIndex(Long, name => collection.DisplayName.EndsWith(name, StringComparison.Ordinal)) is >= 0 and var at ? at : Long.Length);
}
