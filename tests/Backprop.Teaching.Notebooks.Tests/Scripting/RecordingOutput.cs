namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Keeps what a cell prints and displays; answers questions from a list.</summary>
sealed class RecordingOutput : ICellOutput
{
    readonly Lock gate = new();
    readonly List<(OutputChannel Channel, string Text)> pieces = [];
    readonly List<(MimeBundle Bundle, string? Id, bool Update)> displays = [];

    public Queue<string> Answers { get; } = new();

    public string Out => Join(OutputChannel.Out);

    public string Error => Join(OutputChannel.Error);

    public List<(MimeBundle Bundle, string? Id, bool Update)> Displays
    {
        get { lock (gate) return [.. displays]; }
    }

    public int Pieces
    {
        get { lock (gate) return pieces.Count; }
    }

    public void WriteText(OutputChannel channel, string text)
    {
        lock (gate) pieces.Add((channel, text));
    }

    public void Display(MimeBundle bundle, string? displayId)
    {
        lock (gate) displays.Add((bundle, displayId, false));
    }

    public void UpdateDisplay(MimeBundle bundle, string displayId)
    {
        lock (gate) displays.Add((bundle, displayId, true));
    }

    public string? ReadLine(string prompt, bool hidden) => Answers.TryDequeue(out var answer) ? answer : throw new InvalidOperationException("There is nobody to ask.");

    string Join(OutputChannel channel)
    {
        lock (gate) return string.Concat(pieces.Where(piece => piece.Channel == channel).Select(piece => piece.Text));
    }
}
