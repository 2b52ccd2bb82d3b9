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
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(error.Message);
            return BadInput;
        }
    }
}
