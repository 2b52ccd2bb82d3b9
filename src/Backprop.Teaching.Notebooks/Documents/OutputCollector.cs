namespace Backprop.Teaching.Notebooks;

/// <summary>Collects a cell's outputs as they would be saved: printed text in whole pieces, updates in place.</summary>
sealed class OutputCollector : ICellOutput
{
    // a loop that prints until its time is up must not fill the memory
    const int MostCharacters = 10_000_000;

    readonly Lock gate = new();
    readonly List<(CellOutput Output, string? DisplayId)> outputs = [];
    readonly List<string> pieces = [];
    OutputChannel channel;
    int characters;

    public void WriteText(OutputChannel channel, string text)
    {
        lock (gate)
        {
            if (characters > MostCharacters) return;
            if (channel != this.channel) Flush();
            this.channel = channel;
            characters += text.Length;
            pieces.Add(characters > MostCharacters ? "\n... more text was printed and is left out\n" : text);
        }
    }

    public void Display(MimeBundle bundle, string? displayId)
    {
        lock (gate)
        {
            Flush();
            outputs.Add((CellOutput.Shown(bundle, isResult: false), displayId));
        }
    }

    public void UpdateDisplay(MimeBundle bundle, string displayId)
    {
        lock (gate)
        {
            for (var i = 0; i < outputs.Count; i++)
            {
                if (outputs[i].DisplayId == displayId) outputs[i] = (CellOutput.Shown(bundle, isResult: false), displayId);
            }
        }
    }

    public string? ReadLine(string prompt, bool hidden) =>
        throw new InvalidOperationException("The cell asks for input, but a notebook that runs from the command line has nobody to ask.");

    /// <summary>All outputs, the cell's value or error last.</summary>
    public IReadOnlyList<CellOutput> Finish(CellResult result)
    {
        lock (gate)
        {
            Flush();
            var all = outputs.Select(pair => pair.Output).ToList();
            if (result.Value is { } value) all.Add(CellOutput.Shown(value, isResult: true));
            if (result.Error is { } error) all.Add(CellOutput.Failed(error));
            return all;
        }
    }

    void Flush()
    {
        if (pieces.Count == 0) return;
        outputs.Add((CellOutput.Printed(channel == OutputChannel.Out ? "stdout" : "stderr", string.Concat(pieces)), null));
        pieces.Clear();
    }
}
