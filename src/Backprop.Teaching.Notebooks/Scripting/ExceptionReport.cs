using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks;

/// <summary>Writes an exception with the frames of cells alone.</summary>
static partial class ExceptionReport
{
    public static CellError Of(Exception exception, Func<Assembly, bool> isCell)
    {
        // an awaited task wraps its only failure
        while (exception is AggregateException { InnerExceptions.Count: 1 } or TargetInvocationException && exception.InnerException is { } inner) exception = inner;
        var lines = new List<string>();
        Append(lines, exception, isCell, "");
        return new(NameOf(exception), exception.Message, lines);
    }

    static void Append(List<string> lines, Exception exception, Func<Assembly, bool> isCell, string before)
    {
        lines.Add($"{before}{NameOf(exception)}: {exception.Message}");
        lines.AddRange(new StackTrace(exception, fNeedFileInfo: true).GetFrames().Where(frame => frame.GetMethod() is { } method && isCell(method.Module.Assembly)).Select(Describe));
        IEnumerable<Exception> causes = exception is AggregateException several ? several.InnerExceptions : exception.InnerException is { } inner ? [inner] : [];
        foreach (var cause in causes) Append(lines, cause, isCell, "caused by ");
    }

    static string Describe(StackFrame frame)
    {
        var place = Path.GetFileName(frame.GetFileName()) ?? "cell";
        var line = frame.GetFileLineNumber();
        if (line > 0) place += ", line " + line.ToString(CultureInfo.InvariantCulture);
        var name = NameOf(frame.GetMethod()!);
        return name.Length == 0 ? "   at " + place : $"   at {name} in {place}";
    }

    /// <summary>The method's name as it was written: <c>F</c>, <c>P.F</c>, <c>a lambda</c>; empty for the cell's own statements.</summary>
    static string NameOf(MethodBase method)
    {
        var type = method.DeclaringType;
        var name = method.Name;
        // an async or iterator method lives in a generated type named <F>d__1
        if (name == "MoveNext" && type is { Name: ['<', ..] })
        {
            name = type.Name;
            type = type.DeclaringType;
        }
        if (name.StartsWith("<<Initialize>>", StringComparison.Ordinal) || name is "<Initialize>") return name.Contains("b__", StringComparison.Ordinal) ? "a lambda" : "";
        var local = LocalFunction().Match(name);
        if (local.Success) return local.Groups[1].Value;
        if (name.Contains("b__", StringComparison.Ordinal)) return "a lambda";
        var generated = Generated().Match(name);
        if (generated.Success) name = generated.Groups[1].Value;
        if (name == ".ctor" && type is not null) return IsCellClass(type) ? "" : "new " + type.Name;
        return type is null || IsCellClass(type) || type.Name.StartsWith('<') ? name : type.Name + "." + name;
    }

    static bool IsCellClass(Type type) => type.Name.StartsWith("Submission#", StringComparison.Ordinal);

    static string NameOf(Exception exception)
    {
        var name = exception.GetType().Name;
        var arity = name.IndexOf('`', StringComparison.Ordinal);
        return arity < 0 ? name : name[..arity];
    }

    [GeneratedRegex(@"g__([^|]+)\|")]
    private static partial Regex LocalFunction();

    [GeneratedRegex(@"^<([^<>]+)>d__")]
    private static partial Regex Generated();
}
