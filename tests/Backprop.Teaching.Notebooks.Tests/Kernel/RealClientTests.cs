using Xunit.Abstractions;

namespace Backprop.Teaching.Notebooks.Tests;

[Collection(KernelTests.Name)]
public class RealClientTests(InstalledKernelFixture kernel, ITestOutputHelper output)
{
    [ClientFact("jupyter")]
    public void Every_message_works_through_jupyter_client() => Drive(Clients.Python, "messages.py");

    [ClientFact("jupyter")]
    public void Every_kind_of_cell_can_be_interrupted_thirty_times_in_a_row() => Drive(Clients.Python, "interrupts.py");

    [ClientFact("jupyter")]
    public void Nbclient_and_nbconvert_run_a_notebook() => Drive(Clients.Python, "notebooks.py");

    [ClientFact("jupyter")]
    public void The_first_cells_of_a_lesson_share_their_types_however_early_they_come() => Drive(Clients.Python, "starts.py");

    [ClientFact("node")]
    public void Fifty_starts_as_VS_Code_makes_them_are_fifty_ready_kernels() => Drive("node", "vscode.mjs", kernel.SpecFile, "50");

    [ClientFact("browser")]
    public void The_classic_Notebook_runs_interrupts_and_restarts()
    {
        var screenshot = Path.Combine(InstalledKernelFixture.RepositoryRoot, "artifacts", "classic-notebook.png");
        Drive("node", "classic.mjs", Clients.Python, Clients.Chromium ?? "", screenshot);
        Assert.True(File.Exists(screenshot));
    }

    void Drive(string program, string script, params string[] arguments) => output.WriteLine(kernel.Drive(program, script, arguments));
}
