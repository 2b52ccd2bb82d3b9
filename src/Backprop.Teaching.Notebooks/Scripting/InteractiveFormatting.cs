using System.Reflection;
using System.Runtime.Loader;

namespace Backprop.Teaching.Notebooks;

/// <summary>The two calls into Microsoft.DotNet.Interactive.Formatting, made when a value first needs them.</summary>
/// <remarks>By name and not by reference: it takes a while to start, and no type of ours must depend on it.</remarks>
static class InteractiveFormatting
{
    public const string AssemblyName = "Microsoft.DotNet.Interactive.Formatting";

    static readonly Lazy<Assembly> Loaded = new(() => AssemblyLoadContext.Default.LoadFromAssemblyPath(File));

    static readonly Lazy<(Func<Type, IReadOnlyCollection<string>> PreferredMimeTypes, Func<object, string, string> Write)> Calls = new(Bind);

    /// <summary>The assembly, loaded once for the host and all cells.</summary>
    public static Assembly Assembly => Loaded.Value;

    /// <summary>Whether a cell or a value has needed it.</summary>
    public static bool IsLoaded => Loaded.IsValueCreated;

    /// <summary>Where it lies: beside the host.</summary>
    public static string File => Path.Combine(AppContext.BaseDirectory, AssemblyName + ".dll");

    /// <summary>The forms in which values of a type are shown, best first.</summary>
    public static IReadOnlyCollection<string> PreferredMimeTypes(Type type) => Calls.Value.PreferredMimeTypes(type);

    /// <summary>A value in one form.</summary>
    public static string Write(object value, string mimeType) => Calls.Value.Write(value, mimeType);

    static (Func<Type, IReadOnlyCollection<string>> PreferredMimeTypes, Func<object, string, string> Write) Bind()
    {
        var formatter = Assembly.GetType(AssemblyName + ".Formatter", throwOnError: true)!;
        var preferred = formatter.GetMethod("GetPreferredMimeTypesFor", BindingFlags.Static | BindingFlags.Public, [typeof(Type)])!;
        var write = formatter.GetMethod("ToDisplayString", BindingFlags.Static | BindingFlags.Public, [typeof(object), typeof(string)])!;
        return (preferred.CreateDelegate<Func<Type, IReadOnlyCollection<string>>>(), write.CreateDelegate<Func<object, string, string>>());
    }
}
