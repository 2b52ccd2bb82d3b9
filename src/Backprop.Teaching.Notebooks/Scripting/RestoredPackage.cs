namespace Backprop.Teaching.Notebooks;

/// <summary>The files of a package and of all that it depends on.</summary>
sealed record RestoredPackage(IReadOnlyList<string> CompileFiles, IReadOnlyList<string> RuntimeFiles, IReadOnlyList<string> NativeFiles);
