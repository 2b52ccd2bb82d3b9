namespace Backprop.Teaching.Notebooks;

/// <summary>Remembers which announcements need which copy of the program, so that copies that nobody needs can go.</summary>
static class CopyRegister
{
    /// <summary>Notes that an announcement starts a copy.</summary>
    public static void Add(string copy, string specFile)
    {
        var register = RegisterOf(copy);
        var known = File.Exists(register) ? File.ReadAllLines(register) : [];
        File.WriteAllLines(register, known.Append(specFile).Distinct(StringComparer.Ordinal));
    }

    /// <summary>Removes the copies that no announcement starts and no kernel runs from.</summary>
    public static void RemoveUnused(string copies)
    {
        if (!Directory.Exists(copies)) return;
        foreach (var copy in Directory.EnumerateDirectories(copies))
        {
            var register = RegisterOf(copy);
            // one without a register is being made right now
            if (!File.Exists(register) || File.ReadAllLines(register).Any(specFile => Starts(specFile, copy))) continue;
            if (ProgramCopy.TryRemove(copy)) File.Delete(register);
        }
    }

    static string RegisterOf(string copy) => copy + ".specs";

    static bool Starts(string specFile, string copy)
    {
        try
        {
            return KernelSpec.Load(specFile).Arguments.Any(argument => Path.GetDirectoryName(argument) == copy);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            // what cannot be read may still need it
            return true;
        }
    }
}
