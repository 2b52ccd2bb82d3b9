using System.Text.Json;

namespace Backprop.Teaching.Notebooks;

/// <summary>An announced kernel: the file <c>kernel.json</c> that front ends look for.</summary>
public sealed record KernelSpec
{
    /// <summary>The name that notebooks carry as <c>kernelspec.name</c>.</summary>
    public const string DefaultName = "backprop-csharp";

    /// <summary>The name that people see.</summary>
    public const string DefaultDisplayName = "C# (Backprop)";

    /// <summary>The language that notebooks carry as <c>kernelspec.language</c>.</summary>
    public const string Language = "C#";

    /// <summary>The command that starts the kernel, program first.</summary>
    public required IReadOnlyList<string> Arguments { get; init; }

    /// <summary>The name that people see.</summary>
    public required string DisplayName { get; init; }

    /// <summary>Reads a <c>kernel.json</c>.</summary>
    /// <param name="path">Where it is.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="IOException">There is none, or it cannot be read.</exception>
    public static KernelSpec Load(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllBytes(path));
            var root = document.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("argv", out var list) && list.ValueKind == JsonValueKind.Array)
            {
                return new()
                {
                    Arguments = [.. list.EnumerateArray().Select(item => item.ToString())],
                    DisplayName = JsonText.String(root, "display_name") ?? "",
                };
            }

            throw new IOException($"{path}: expected is an object with a list 'argv'");
        }
        catch (JsonException error)
        {
            throw new IOException($"{path}: expected is a JSON object; {error.Message}", error);
        }
    }

    /// <summary>Writes a <c>kernel.json</c>: all of it or nothing, folders included.</summary>
    /// <param name="path">Where it goes.</param>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Guid.NewGuid():N}";
        using (var stream = File.Create(unfinished))
        {
            using var writer = new Utf8JsonWriter(stream, JsonText.Indented);
            Write(writer);
            writer.Flush();
            stream.WriteByte((byte)'\n');
        }

        File.Move(unfinished, path, overwrite: true);
    }

    void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("argv");
        foreach (var argument in Arguments) writer.WriteStringValue(argument);
        writer.WriteEndArray();
        writer.WriteString("display_name", DisplayName);
        writer.WriteString("language", Language);
        writer.WriteString("interrupt_mode", "message");
        writer.WriteStartObject("env");
        writer.WriteEndObject();
        writer.WriteStartObject("metadata");
        writer.WriteEndObject();
        writer.WriteEndObject();
    }
}
