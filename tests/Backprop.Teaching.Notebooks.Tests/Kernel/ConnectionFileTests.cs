namespace Backprop.Teaching.Notebooks.Tests;

public sealed class ConnectionFileTests : IDisposable
{
    const string Ports = "\"shell_port\":1,\"control_port\":2,\"iopub_port\":3,\"stdin_port\":4,\"hb_port\":5";

    readonly string path = Path.Combine(Path.GetTempPath(), $"connection-{Guid.NewGuid():N}.json");

    public void Dispose() => File.Delete(path);

    [Fact]
    public void What_is_saved_is_what_is_loaded()
    {
        var connection = FreePorts.Connection();
        connection.Save(path);
        Assert.Equal(connection, ConnectionFile.Load(path));
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Theory]
    [InlineData("{" + Ports + "}")]
    [InlineData("{" + Ports + ",\"ip\":\"localhost\",\"transport\":\"tcp\",\"signature_scheme\":\"hmac-sha256\",\"key\":\"\",\"version\":1}")]
    public void What_is_not_stated_is_what_everybody_means(string json)
    {
        File.WriteAllText(path, json);
        Assert.Equal(3, ConnectionFile.Load(path).IOPubPort);
    }

    [Theory]
    [InlineData("", "JSON object")]
    [InlineData("[]", "found Array")]
    [InlineData("{}", "shell_port is nothing; expected is a port from 1 to 65535")]
    [InlineData("{" + Ports + ",\"ip\":\"10.0.0.1\"}", "ip is '10.0.0.1'; expected is an address of this machine")]
    [InlineData("{" + Ports + ",\"transport\":\"ipc\"}", "transport is 'ipc'; expected is tcp")]
    [InlineData("{" + Ports + ",\"signature_scheme\":\"hmac-md5\"}", "signature_scheme is 'hmac-md5'; expected is hmac-sha256")]
    [InlineData("{\"shell_port\":70000}", "shell_port is 70000")]
    [InlineData("{\"shell_port\":\"1\"}", "shell_port is \"1\"")]
    public void What_it_cannot_do_it_names(string json, string expected)
    {
        File.WriteAllText(path, json);
        Assert.Contains(expected, Assert.Throws<IOException>(() => ConnectionFile.Load(path)).Message, StringComparison.Ordinal);
    }
}
