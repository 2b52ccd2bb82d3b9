namespace Backprop.Teaching.Cli;

/// <summary>The exit codes of every command, and the one place where an error becomes a message.</summary>
static class Exit
{
    /// <summary>All fine.</summary>
    public const int Fine = 0;

    /// <summary>A check says no.</summary>
    public const int CheckFailed = 1;

    /// <summary>Bad input or usage.</summary>
    public const int BadInput = 2;

    /// <summary>Runs a command; bad input becomes its message on standard error and exit code 2.</summary>
    public static int Guard(Func<int> command)
    {
        try
        {
            return command();
        }
        catch (Exception error) when (error is InvalidInputException or UnknownQuantityException or NumericOverflowException or TrainingDivergedException or InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return Report(error.Message);
        }
    }

    /// <summary>
    /// Runs a command on each of several files, in their order. Of a bad file nothing is printed but its message; the others
    /// are still worked on.
    /// </summary>
    /// <returns>The largest exit code of all files.</returns>
    public static int ForEach(IReadOnlyList<string> files, Func<string, int> command)
    {
        var code = Fine;
        foreach (var file in files) code = Math.Max(code, Guard(() => ForOne(file, command)));
        return code;
    }

    static int ForOne(string file, Func<string, int> command)
    {
        try
        {
            return command(file);
        }
        catch (InvalidInputException error) when (error.File is null)
        {
            throw error.In(file);
        }
        catch (Exception error) when (error is NumericOverflowException or TrainingDivergedException or UnknownQuantityException)
        {
            return Report($"{file}: {error.Message}");
        }
    }

    static int Report(string message)
    {
        Console.Out.Flush();
        Console.Error.WriteLine(message);
        return BadInput;
    }
}
