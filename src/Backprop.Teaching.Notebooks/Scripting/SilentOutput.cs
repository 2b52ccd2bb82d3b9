namespace Backprop.Teaching.Notebooks;

/// <summary>Nobody listens and nobody answers.</summary>
sealed class SilentOutput : ICellOutput
{
    public static readonly SilentOutput Instance = new();

    public void WriteText(OutputChannel channel, string text) { }

    public void Display(MimeBundle bundle, string? displayId) { }

    public void UpdateDisplay(MimeBundle bundle, string displayId) { }

    public string? ReadLine(string prompt, bool hidden) => throw new InvalidOperationException("There is nobody to ask for input here.");
}
