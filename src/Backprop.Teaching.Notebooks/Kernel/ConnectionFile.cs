using System.Net;
using System.Text;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>Where a front end expects its kernel: five ports and the key that signs the messages.</summary>
public sealed record ConnectionFile
{
    const string Scheme = "hmac-sha256";

    /// <summary>The port for requests.</summary>
    public required int ShellPort { get; init; }

    /// <summary>The port for interrupt and shutdown.</summary>
    public required int ControlPort { get; init; }

    /// <summary>The port for everything that all front ends see.</summary>
    public required int IOPubPort { get; init; }

    /// <summary>The port for questions to the person at the front end.</summary>
    public required int StdinPort { get; init; }

    /// <summary>The port for the heartbeat.</summary>
    public required int HeartbeatPort { get; init; }

    /// <summary>The key of the signatures; empty for none.</summary>
    public required string Key { get; init; }

    /// <summary>Reads a connection file.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="IOException">There is no such file, or it says something that this kernel cannot do; the message says what.</exception>
    public static ConnectionFile Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            return Read(document.RootElement, path);
        }
        catch (JsonException error)
        {
            throw new IOException($"{path}: a connection file is a JSON object; {error.Message}", error);
        }
    }

    /// <summary>Writes this as a connection file that only its owner may read.</summary>
    /// <param name="path">Where it goes.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using var stream = new FileStream(path, options);
        using var writer = new Utf8JsonWriter(stream, JsonText.Indented);
        writer.WriteStartObject();
        writer.WriteString("transport", "tcp");
        writer.WriteString("ip", IPAddress.Loopback.ToString());
        writer.WriteNumber("shell_port", ShellPort);
        writer.WriteNumber("control_port", ControlPort);
        writer.WriteNumber("iopub_port", IOPubPort);
        writer.WriteNumber("stdin_port", StdinPort);
        writer.WriteNumber("hb_port", HeartbeatPort);
        writer.WriteString("signature_scheme", Scheme);
        writer.WriteString("key", Key);
        writer.WriteEndObject();
    }

    /// <summary>The key as the bytes that sign.</summary>
    internal byte[] KeyBytes() => Encoding.UTF8.GetBytes(Key);

    static ConnectionFile Read(JsonElement root, string path)
    {
        if (root.ValueKind != JsonValueKind.Object) throw new IOException($"{path}: a connection file is a JSON object; found {root.ValueKind}");
        Expect(root, path, "transport", "tcp", value => value == "tcp");
        Expect(root, path, "ip", "an address of this machine such as 127.0.0.1", IsLocal);
        Expect(root, path, "signature_scheme", Scheme, value => value == Scheme);
        return new()
        {
            ShellPort = Port(root, path, "shell_port"),
            ControlPort = Port(root, path, "control_port"),
            IOPubPort = Port(root, path, "iopub_port"),
            StdinPort = Port(root, path, "stdin_port"),
            HeartbeatPort = Port(root, path, "hb_port"),
            Key = JsonText.String(root, "key") ?? "",
        };
    }

    static bool IsLocal(string ip) => ip == "localhost" || (IPAddress.TryParse(ip, out var address) && address.Equals(IPAddress.Loopback));

    static void Expect(JsonElement root, string path, string name, string expected, Func<string, bool> isRight)
    {
        // what is not stated is what everybody means
        if (JsonText.String(root, name) is { } found && !isRight(found)) throw new IOException($"{path}: {name} is '{found}'; expected is {expected}");
    }

    static int Port(JsonElement root, string path, string name)
    {
        if (root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var port) && port is > 0 and <= ushort.MaxValue)
            return port;
        var found = value.ValueKind == JsonValueKind.Undefined ? "nothing" : value.GetRawText();
        throw new IOException($"{path}: {name} is {found}; expected is a port from 1 to {ushort.MaxValue}");
    }
}
