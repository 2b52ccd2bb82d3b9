namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>The clients that a machine may have, and why their tests are skipped where it has not.</summary>
static class Clients
{
    static readonly Lazy<string?> JupyterProblem = new(() => Problem(Python, ["-c", "import jupyter_client, nbclient, nbconvert, notebook, zmq"],
        "Python's jupyter_client, nbclient, nbconvert and notebook (Debian: jupyter-client python3-nbclient jupyter-nbconvert jupyter-notebook)"));

    static readonly Lazy<string?> NodeProblem = new(() => Problem("node", [Path.Combine(Folder, "present.mjs"), "zeromq"],
        "node with the packages of tests/Backprop.Teaching.Notebooks.Tests/Clients/package.json (npm install --ignore-scripts)"));

    static readonly Lazy<string?> BrowserProblem = new(() =>
        Jupyter ?? Problem("node", [Path.Combine(Folder, "present.mjs"), "playwright-core"], "node with playwright-core")
        ?? (Chromium is null ? Missing("a Chromium browser (Debian: chromium)") : null));

    static readonly Lazy<string?> PageProblem = new(() =>
        (NotebookPages.MissingLibraries.Count > 0 ? Missing("plotly.js and KaTeX, which the build brings where npm is there") : null)
        ?? Problem("node", [Path.Combine(Folder, "present.mjs"), "playwright-core"], "node with playwright-core")
        ?? Problem("node", [Path.Combine(Folder, "present.mjs"), "axe-core"], "node with axe-core")
        ?? (Chromium is null ? Missing("a Chromium browser (Debian: chromium)") : null));

    /// <summary>What is missing for the Jupyter clients in Python; null when all is there.</summary>
    public static string? Jupyter => JupyterProblem.Value;

    /// <summary>What is missing for the handshake of VS Code; null when all is there.</summary>
    public static string? Node => NodeProblem.Value;

    /// <summary>What is missing for the classic Notebook; null when all is there.</summary>
    public static string? Browser => BrowserProblem.Value;

    /// <summary>What is missing to look at a page; null when all is there.</summary>
    public static string? Page => PageProblem.Value;

    /// <summary>The Python that Debian's packages install into, where there is one.</summary>
    public static string Python => File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    /// <summary>The browser.</summary>
    public static string? Chromium { get; } = new[] { "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome" }.FirstOrDefault(File.Exists);

    /// <summary>Where a continuous-integration run must not skip anything.</summary>
    public static bool MustNotSkip => Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>Where the clients are.</summary>
    public static string Folder => Path.Combine(InstalledKernelFixture.RepositoryRoot, "tests", "Backprop.Teaching.Notebooks.Tests", "Clients");

    static string? Problem(string program, string[] arguments, string what)
    {
        try
        {
            return ChildProcess.Run(program, arguments, null, TimeSpan.FromMinutes(1)).ExitCode == 0 ? null : Missing(what);
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return Missing(what);
        }
    }

    static string Missing(string what) => $"not on this machine: {what}";
}
