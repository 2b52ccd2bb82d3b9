using System.Text;

namespace Backprop.Teaching.Notebooks;

/// <summary>Collects what cells print and sends it in larger pieces: front ends take few long messages better than many short ones.</summary>
sealed class StreamBatcher
{
    const int LongestPiece = 64 * 1024;
    static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    readonly OutputPublisher publisher;
    readonly object gate = new();
    readonly StringBuilder pending = new();
    byte[] parentHeader = [];
    OutputChannel channel;

    /// <summary>Starts the thread that sends what has waited long enough.</summary>
    public StreamBatcher(OutputPublisher publisher)
    {
        this.publisher = publisher;
        new Thread(SendPeriodically) { IsBackground = true, Name = "stream batches" }.Start();
    }

    /// <summary>Takes text for the cell whose request had this header.</summary>
    public void Add(byte[] header, OutputChannel to, string text)
    {
        lock (gate)
        {
            if (!ReferenceEquals(header, parentHeader) || to != channel) Flush();
            (parentHeader, channel) = (header, to);
            pending.Append(text);
            if (pending.Length >= LongestPiece) Send(Whole());
            else Monitor.Pulse(gate);
        }
    }

    /// <summary>Sends what waits, now.</summary>
    public void Flush()
    {
        lock (gate) Send(pending.Length);
    }

    // half a surrogate pair waits for its other half
    int Whole() => pending.Length > 0 && char.IsHighSurrogate(pending[^1]) ? pending.Length - 1 : pending.Length;

    void Send(int length)
    {
        if (length == 0) return;
        var text = pending.ToString(0, length);
        pending.Remove(0, length);
        publisher.Publish("stream", parentHeader, writer =>
        {
            writer.WriteString("name", channel == OutputChannel.Out ? "stdout" : "stderr");
            writer.WriteString("text", text);
        });
    }

    void SendPeriodically()
    {
        while (true)
        {
            lock (gate)
            {
                while (pending.Length == 0) Monitor.Wait(gate);
            }

            Thread.Sleep(Delay);
            lock (gate) Send(Whole());
        }
    }
}
