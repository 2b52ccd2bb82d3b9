namespace Backprop.Teaching.Notebooks;

/// <summary>A kernel that is announced to front ends.</summary>
/// <param name="Name">The name in notebooks.</param>
/// <param name="File">Its <c>kernel.json</c>.</param>
public sealed record InstalledKernel(string Name, string File)
{
    /// <summary>What keeps it from starting, and the command that mends it; null when all its files are there.</summary>
    /// <returns>One sentence.</returns>
    public string? Fault()
    {
        if (!System.IO.File.Exists(File)) return $"There is no kernel '{Name}': {File} is missing. 'backprop kernel install' makes it.";
        KernelSpec spec;
        try
        {
            spec = KernelSpec.Load(File);
        }
        catch (IOException error)
        {
            return $"{error.Message}. 'backprop kernel install' writes it anew.";
        }

        var missing = spec.Arguments.Take(2).FirstOrDefault(file => !System.IO.File.Exists(file));
        if (missing is not null) return $"{missing} is missing, which {File} starts. 'backprop kernel install' copies it anew.";
        return spec.Arguments.Contains("{connection_file}") ? null : $"{File} passes no {{connection_file}}. 'backprop kernel install' writes it anew.";
    }

    /// <summary>Whether its program was made ready to run by publishing; without that the first cells take about twice as long.</summary>
    /// <returns>False also when a file is missing.</returns>
    public bool IsReadyToRun() => Fault() is null && ProgramCopy.IsReadyToRun(KernelSpec.Load(File).Arguments[1]);
}
