using System.Reflection;
using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>What the kernel says about itself.</summary>
static class KernelInfo
{
    /// <summary>The version of C# in the cells.</summary>
    public const string LanguageVersion = "14.0";

    /// <summary>The version of this program.</summary>
    public static string Version { get; } = typeof(KernelInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    /// <summary>Writes the content of a <c>kernel_info_reply</c>.</summary>
    public static void Write(Utf8JsonWriter writer)
    {
        writer.WriteString("status", "ok");
        writer.WriteString("protocol_version", MessageComposer.ProtocolVersion);
        writer.WriteString("implementation", KernelSpec.DefaultName);
        writer.WriteString("implementation_version", Version);
        writer.WriteString("banner", $"C# {LanguageVersion} for notebooks, Backprop.Teaching {Version}");
        writer.WriteBoolean("debugger", false);
        writer.WriteStartArray("help_links");
        writer.WriteEndArray();
        writer.WriteStartObject("language_info");
        writer.WriteString("name", KernelSpec.Language);
        writer.WriteString("version", LanguageVersion);
        writer.WriteString("mimetype", "text/x-csharp");
        writer.WriteString("file_extension", ".cs");
        writer.WriteString("pygments_lexer", "csharp");
        writer.WriteString("codemirror_mode", "text/x-csharp");
        writer.WriteEndObject();
    }
}
