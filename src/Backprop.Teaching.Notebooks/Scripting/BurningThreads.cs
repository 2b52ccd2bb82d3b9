using System.Diagnostics;
using System.Globalization;

namespace Backprop.Teaching.Notebooks;

/// <summary>Finds out whether threads of this process compute on and on.</summary>
static class BurningThreads
{
    // where threads have no names to tell the runtime's own apart, those are given time to finish
    static readonly int Windows = OperatingSystem.IsLinux() ? 3 : 12;
    static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);

    /// <summary>The count of threads that used the processor in each of several windows of 0.1 s, and 15 % of one core in all.</summary>
    /// <remarks>Not more, because the machine may be busy with other things.</remarks>
    public static int Count()
    {
        var first = Times();
        var before = first;
        var burning = first.Keys.ToHashSet();
        for (var i = 0; i < Windows; i++)
        {
            Thread.Sleep(Window);
            var after = Times();
            burning.RemoveWhere(thread => !after.TryGetValue(thread, out var now) || now <= before[thread]);
            if (burning.Count == 0) return 0;
            before = after;
        }
        return burning.Count(thread => before[thread] - first[thread] >= 0.15 * Windows * Window);
    }

    /// <summary>What to tell the person who interrupted, or null if nothing computes.</summary>
    public static string? Describe(bool cellEnded)
    {
        if (!cellEnded) return "The cell does not react to the interrupt (it computes in a finally block or waits in the operating system). Restart the kernel to stop it.";
        var count = Count();
        if (count == 0) return null;
        var threads = count == 1 ? "1 thread" : count.ToString(CultureInfo.InvariantCulture) + " threads";
        return $"The cell has ended, but work that it started still computes on {threads}. Restart the kernel to stop it.";
    }

    static Dictionary<int, TimeSpan> Times()
    {
        var times = new Dictionary<int, TimeSpan>();
        using var process = Process.GetCurrentProcess();
        foreach (ProcessThread thread in process.Threads)
        {
            try
            {
                if (!IsRuntimesOwn(thread.Id)) times[thread.Id] = thread.TotalProcessorTime;
            }
            catch (Exception gone) when (gone is InvalidOperationException or System.ComponentModel.Win32Exception)
            {
                // a thread that ended between the two lines computes no longer
            }
        }
        return times;
    }

    // what improves code in the background, and what warms up, may be busy for a second and stops by itself
    static bool IsRuntimesOwn(int thread)
    {
        if (!OperatingSystem.IsLinux()) return false;
        try
        {
            return File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/self/task/{thread}/comm")) is var name && (name.StartsWith(".NET Tiered", StringComparison.Ordinal) || name.StartsWith(".NET BGC", StringComparison.Ordinal) || name.StartsWith(WarmUp.ThreadName, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return true;
        }
    }
}
