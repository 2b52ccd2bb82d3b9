using System.ComponentModel;

namespace Backprop.Teaching.Notebooks;

/// <summary>Starts an installed kernel as a front end does, runs a cell, and says what is wrong.</summary>
public static class KernelCheck
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Checks a kernel.</summary>
    /// <param name="kernel">Which one.</param>
    /// <returns>Null when the cell ran; else what is wrong and what mends it.</returns>
    public static string? Run(InstalledKernel kernel)
    {
        ArgumentNullException.ThrowIfNull(kernel);
        if (kernel.Fault() is { } fault) return fault;
        try
        {
            using var process = new KernelProcess(KernelSpec.Load(kernel.File).Arguments);
            using var client = process.Connect(Patience);
            if (client is null) return $"The kernel '{kernel.Name}' {Ending(process)} before it listened. {Complaint(process)} 'backprop kernel install' copies it anew.";
            return Ask(client) is { } trouble ? $"{trouble} {Complaint(process)}".TrimEnd() : null;
        }
        catch (Win32Exception error)
        {
            return $"The kernel '{kernel.Name}' cannot be started: {error.Message}. 'backprop kernel install' writes its command anew.";
        }
    }

    static string? Ask(KernelClient client)
    {
        if (client.Reply(client.Ask("kernel_info_request"), Patience) is null)
            return "The kernel listens but does not say what it is.";
        var id = client.Execute("1 + 1");
        var outputs = client.Outputs(id, Patience);
        var shown = outputs.Find(output => output.Type == "execute_result");
        if (shown is not null && JsonText.String(shown.Content.GetProperty("data"), MimeBundle.PlainText) == "2") return Shutdown(client);
        var last = outputs.LastOrDefault(output => output.Type != "status")?.Content.GetRawText() ?? "no output";
        return $"The cell '1 + 1' should show 2; the kernel sent {last}.";
    }

    static string? Shutdown(KernelClient client)
    {
        client.AskControl("shutdown_request", writer => writer.WriteBoolean("restart", false));
        return KernelClient.Wait(client.ControlReplies, reply => reply.Type == "shutdown_reply", Patience) is null
            ? "The kernel ran a cell but did not answer when it was told to end."
            : null;
    }

    static string Ending(KernelProcess process) => process.HasExited ? "ended" : "waited a minute";

    static string Complaint(KernelProcess process) => process.Complaints is { Length: > 0 } text ? $"It printed: {text.Trim()}" : "";
}
