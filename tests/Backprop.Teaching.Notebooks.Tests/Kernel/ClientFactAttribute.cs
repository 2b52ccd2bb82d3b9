using System.Runtime.CompilerServices;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>A test with a real client. Where the client is missing it is skipped and its name says why; in continuous integration it fails instead.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ClientFactAttribute : FactAttribute
{
    public ClientFactAttribute(string client, [CallerMemberName] string test = "")
    {
        Client = client;
        var missing = client switch { "jupyter" => Clients.Jupyter, "node" => Clients.Node, "page" => Clients.Page, _ => Clients.Browser };
        if (missing is null || Clients.MustNotSkip) return;
        Skip = missing;
        // the runner prints names, not reasons
        DisplayName = $"{test} ({missing})";
    }

    public string Client { get; }
}
