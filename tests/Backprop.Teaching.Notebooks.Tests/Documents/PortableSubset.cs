using System.Text.RegularExpressions;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>What a lesson's cells may use, so that they run in other hosts of C# notebooks too.</summary>
static partial class PortableSubset
{
    // each with what to write instead
    static readonly (Regex Found, string Instead)[] Forbidden =
    [
        (Magic(), "a magic of one host; use a Markdown cell, or leave it out"),
        (Source(), "#i is known to one host only"),
        (Load(), "#load is relative to different folders in different hosts"),
        (OtherPackage(), "the one package of a lesson is #r \"nuget: Backprop.Teaching\""),
        (HostFunction(), "a function of one host; end the cell with the value, or use Show(...)"),
        (HostName(), "a name of one host"),
        (Namespace(), "a namespace cannot be declared in a cell"),
        (UsingDeclaration(), "write var: a cell's own lines cannot declare with using"),
    ];

    /// <summary>What is not portable, each with its line; empty for a portable cell.</summary>
    public static IReadOnlyList<string> Problems(string code)
    {
        var problems = new List<string>();
        var lines = code.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            // a comment runs nowhere; strings are not told apart, a lesson has no reason to name these things in one
            var line = Comment().Replace(lines[i], "");
            problems.AddRange(Forbidden.Where(rule => rule.Found.IsMatch(line)).Select(rule => FormattableString.Invariant($"line {i + 1}: `{lines[i].Trim()}`: {rule.Instead}")));
        }
        return problems;
    }

    [GeneratedRegex(@"(?<!:)//.*$")]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s*#!")]
    private static partial Regex Magic();

    [GeneratedRegex(@"^\s*#i\b")]
    private static partial Regex Source();

    [GeneratedRegex(@"^\s*#load\b")]
    private static partial Regex Load();

    [GeneratedRegex("""^\s*#r\s+"(?!nuget:\s*Backprop\.Teaching\s*[",]|[^"]*Backprop\.Teaching\.dll")""")]
    private static partial Regex OtherPackage();

    [GeneratedRegex(@"(?<![\w.])(display|HTML|CSS|Javascript|GetInputAsync|GetPasswordAsync)\s*\(|\.(Display|DisplayAs|DisplayTable|DisplayHtml|DisplayMarkdown|ToDisplayString)\s*\(")]
    private static partial Regex HostFunction();

    [GeneratedRegex(@"\b(Microsoft\.DotNet\.Interactive|Verso\.|Formatter\.|KernelInvocationContext|Kernel\.(Current|Root)|Backprop\.Teaching\.Notebooks|PocketView|Console\.Read)")]
    private static partial Regex HostName();

    [GeneratedRegex(@"^\s*namespace\s")]
    private static partial Regex Namespace();

    [GeneratedRegex(@"^using\s+\w[\w<>\[\],. ]*\s+\w+\s*=\s*(new|\w+\()")]
    private static partial Regex UsingDeclaration();
}
