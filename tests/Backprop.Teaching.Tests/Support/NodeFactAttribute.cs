using System.Runtime.CompilerServices;

namespace Backprop.Teaching.Tests;

/// <summary>A test that needs node and an npm package in Clients/. Where it is not there it is skipped and its name says why; in CI that is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute(string package = "katex", [CallerMemberName] string test = "")
    {
        Package = package;
        if (Environment.GetEnvironmentVariable("CI") == "true") return;
        if (Directory.Exists(Repository.At("tests/Backprop.Teaching.Tests/Clients/node_modules/" + package))) return;
        Skip = $"{package} is not installed: ./test.sh installs it where npm is there";
        // the runner prints names, not reasons
        DisplayName = $"{test} ({Skip})";
    }

    public string Package { get; }
}
