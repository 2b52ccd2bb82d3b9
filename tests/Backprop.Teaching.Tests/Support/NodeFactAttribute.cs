namespace Backprop.Teaching.Tests;

/// <summary>A test that needs node and the npm packages in Clients/. Where they are not there it is skipped and says so; in CI that is a failure.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class NodeFactAttribute : FactAttribute
{
    public NodeFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("CI") == "true") return;
        if (!Directory.Exists(Repository.At("tests/Backprop.Teaching.Tests/Clients/node_modules/katex")))
            Skip = "KaTeX is not installed: ./test.sh installs it where npm is there";
    }
}
