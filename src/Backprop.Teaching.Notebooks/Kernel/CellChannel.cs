namespace Backprop.Teaching.Notebooks;

/// <summary>Where the cell of one request prints, displays and asks. It stays its own after the cell has ended: threads of the cell may go on.</summary>
sealed class CellChannel(Message request, OutputPublisher publisher, StreamBatcher streams, InputChannel input) : ICellOutput
{
    const long Crowded = 8L * 1024 * 1024;
    const int Slices = 20;
    static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(5);

    /// <summary>Whether the front end wants to see anything.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Whether the front end can ask the person.</summary>
    public bool MayAsk { get; init; }

    /// <inheritdoc/>
    public void WriteText(OutputChannel channel, string text)
    {
        if (IsSilent) return;
        streams.Add(request.Header, channel, text);
        GiveWay();
    }

    /// <inheritdoc/>
    public void Display(MimeBundle bundle, string? displayId) => Show("display_data", bundle, displayId);

    /// <inheritdoc/>
    public void UpdateDisplay(MimeBundle bundle, string displayId) => Show("update_display_data", bundle, displayId);

    /// <inheritdoc/>
    public string? ReadLine(string prompt, bool hidden)
    {
        if (!MayAsk) throw new InvalidOperationException("The cell asks for input, but this front end cannot ask (it sent allow_stdin: false). Put the value into the cell instead.");
        streams.Flush();
        return input.Ask(request, prompt, hidden);
    }

    void Show(string type, MimeBundle bundle, string? displayId)
    {
        if (IsSilent) return;
        streams.Flush();
        publisher.Publish(type, request.Header, writer =>
        {
            BundleWriter.Write(writer, bundle);
            writer.WriteStartObject("transient");
            if (displayId is not null) writer.WriteString("display_id", displayId);
            writer.WriteEndObject();
        });
        GiveWay();
    }

    // a cell that prints faster than the front end reads is slowed down, but never held: an interrupt must come through
    void GiveWay()
    {
        for (var i = 0; i < Slices && publisher.Backlog > Crowded; i++) Thread.Sleep(Slice);
    }
}
