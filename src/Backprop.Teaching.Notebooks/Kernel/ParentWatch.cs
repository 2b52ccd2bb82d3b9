using System.Globalization;
using System.Runtime.InteropServices;

namespace Backprop.Teaching.Notebooks;

/// <summary>Notices that the process that started this one has ended: a kernel without a front end is of no use.</summary>
public static class ParentWatch
{
    const string ParentVariable = "JPY_PARENT_PID";
    static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Starts to watch, on systems that tell: not on Windows, where front ends end the whole process tree.</summary>
    /// <param name="ended">Called once, when the parent has ended.</param>
    public static void Start(Action ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        if (OperatingSystem.IsWindows()) return;
        var parent = ParentId();
        var stated = int.TryParse(Environment.GetEnvironmentVariable(ParentVariable), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : parent;
        if (stated <= 1) return;
        new Thread(() =>
        {
            // a stated parent may stand behind a launcher that is allowed to end
            while (stated == parent ? ParentId() == parent : Exists(stated)) Thread.Sleep(Interval);
            ended();
        })
        { IsBackground = true, Name = "parent watch" }.Start();
    }

    static bool Exists(int process)
    {
        const int NoSuchProcess = 3;
        return Signal(process, 0) == 0 || Marshal.GetLastPInvokeError() != NoSuchProcess;
    }

    [DllImport("libc", EntryPoint = "getppid")]
    static extern int ParentId();

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    static extern int Signal(int process, int signal);
}
