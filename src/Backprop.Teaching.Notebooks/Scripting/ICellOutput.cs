namespace Backprop.Teaching.Notebooks;

/// <summary>Where a running cell prints, displays and asks.</summary>
/// <remarks>
/// Called while the cell runs, from its own thread and from threads that it started, also after it has ended. The three
/// methods that write are shielded from interrupts, so they must hand over and return, never wait for a front end.
/// <see cref="ReadLine"/> is not shielded: an interrupt ends the wait with a <see cref="ThreadInterruptedException"/>.
/// </remarks>
public interface ICellOutput
{
    /// <summary>Text that was printed, as it was printed; lines may come in pieces.</summary>
    /// <param name="channel">Which of the two.</param>
    /// <param name="text">The text, not empty.</param>
    void WriteText(OutputChannel channel, string text);

    /// <summary>A value to show.</summary>
    /// <param name="bundle">Its forms.</param>
    /// <param name="displayId">The name under which <see cref="UpdateDisplay"/> may replace it, or null.</param>
    void Display(MimeBundle bundle, string? displayId);

    /// <summary>Replaces every value that was shown under a name.</summary>
    /// <param name="bundle">The new forms.</param>
    /// <param name="displayId">The name.</param>
    void UpdateDisplay(MimeBundle bundle, string displayId);

    /// <summary>Asks the person at the front end for one line.</summary>
    /// <param name="prompt">What to ask; may be empty.</param>
    /// <param name="hidden">Whether the answer is hidden while it is typed.</param>
    /// <returns>The line without its end, or null if there is no more input.</returns>
    /// <exception cref="InvalidOperationException">There is nobody to ask; the message says so.</exception>
    string? ReadLine(string prompt, bool hidden);
}
