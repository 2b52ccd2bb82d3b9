namespace Backprop.Teaching.Notebooks;

/// <summary>Threads of the transport: small stacks, in the background.</summary>
static class WireThread
{
    const int StackBytes = 256 * 1024;

    /// <summary>Starts one.</summary>
    public static Thread Start(string name, Action body)
    {
        var thread = new Thread(() => body(), StackBytes) { IsBackground = true, Name = $"zmtp {name}" };
        thread.Start();
        return thread;
    }
}
