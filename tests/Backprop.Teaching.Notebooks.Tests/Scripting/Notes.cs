namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>A session and what its cells printed: one notebook in a test.</summary>
sealed class Notes(string? folder = null, string? packages = null)
{
    public ScriptSession Session { get; } = new(new ScriptSessionOptions
    {
        WorkingDirectory = folder ?? Path.GetTempPath(),
        PackageFolder = packages ?? Path.Combine(Path.GetTempPath(), "backprop-test-packages"),
    });

    public RecordingOutput Output { get; } = new();

    public CellResult Run(string code) => Session.Run(code, Output, CancellationToken.None);

    public CellResult RunFor(TimeSpan time, string code)
    {
        using var interrupt = new CancellationTokenSource(time);
        return Session.Run(code, Output, interrupt.Token);
    }

    /// <summary>Runs a cell that must end well, and returns its value's text.</summary>
    public string? Value(string code)
    {
        var result = Run(code);
        Assert.True(result.Status == CellStatus.Ok, result.Error is null ? result.Status.ToString() : string.Join('\n', result.Error.Traceback));
        return result.Value?.Text;
    }
}
