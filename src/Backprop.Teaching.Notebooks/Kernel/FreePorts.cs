using System.Net;
using System.Net.Sockets;

namespace Backprop.Teaching.Notebooks;

/// <summary>Finds ports that nobody uses.</summary>
static class FreePorts
{
    /// <summary>A connection file's content with five free ports and a new key.</summary>
    public static ConnectionFile Connection()
    {
        var listeners = new TcpListener[5];
        for (var i = 0; i < listeners.Length; i++) (listeners[i] = new(IPAddress.Loopback, 0)).Start();
        var ports = Array.ConvertAll(listeners, listener => ((IPEndPoint)listener.LocalEndpoint).Port);
        foreach (var listener in listeners) listener.Dispose();
        return new()
        {
            ShellPort = ports[0],
            ControlPort = ports[1],
            IOPubPort = ports[2],
            StdinPort = ports[3],
            HeartbeatPort = ports[4],
            Key = Guid.NewGuid().ToString(),
        };
    }
}
