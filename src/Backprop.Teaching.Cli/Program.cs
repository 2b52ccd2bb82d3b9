using System.CommandLine;
using System.Globalization;
using System.Text;

namespace Backprop.Teaching.Cli;

static class Program
{
    static int Main(string[] args)
    {
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

        var root = new RootCommand("Backprop.Teaching: every number of a forward and backward pass, to open and to check.");
        var parsed = root.Parse(args);
        if (parsed.Errors.Count == 0) return Exit.Guard(() => parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false }));

        foreach (var error in parsed.Errors) Console.Error.WriteLine(error.Message);
        Console.Error.WriteLine("'backprop --help' lists the commands, 'backprop COMMAND --help' shows an example.");
        return Exit.BadInput;
    }
}
