using System.Text;

namespace Backprop.Teaching.Tests.Cases;

public class ExampleFuzzTests
{
    static readonly string[] Pieces =
        ["NaN", "Infinity", "-", "1e999", "null", "true", "\"", "\\", "\\u", "\\ud800", "{", "}", "[", "]", ",", ":", "/*", "//", "\n", "\0", "\uFEFF", "é", "😀", "1e", "0", ".", "\"b\": null,", "\"lambda\":", "\"X\":", "[[]]"];

    [Theory]
    [InlineData("e2_doc003_3-4-3_softmax_cross_entropy.json", 20261121)]
    [InlineData("a0_last_layer_only_1-1.json", 20261122)]
    public void Twenty_thousand_broken_files_give_an_example_or_a_message(string file, int seed)
    {
        var sound = File.ReadAllBytes(Repository.At("data/golden/" + file));
        var random = new Random(seed);
        var read = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var broken = sound;
            for (var changes = random.Next(1, 4); changes > 0; changes--) broken = Changed(broken, random);
            try
            {
                ExampleReader.Read(broken, "fuzz");
                read++;
            }
            catch (InvalidInputException error)
            {
                var message = error.In("f").Message;
                Assert.True(message.Length < 600 && !message.Contains('\n') && message.StartsWith("f: ", StringComparison.Ordinal), $"seed {seed}, mutation {i}: {message}");
            }
            catch (Exception error)
            {
                Assert.Fail($"seed {seed}, mutation {i}: {error}");
            }
        }
        // both ends are reached
        Assert.InRange(read, 500, 9_500);
    }

    static byte[] Changed(byte[] text, Random random)
    {
        // every second time in the part that is not passed over
        var end = random.Next(2) == 0 ? text.Length : Math.Max(1, text.AsSpan().IndexOf("expected"u8));
        var at = random.Next(end);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        return random.Next(6) switch
        {
            0 => [.. text[..at], .. text[(at + length)..]],
            1 => [.. text[..at], (byte)random.Next(256), .. text[(at + 1)..]],
            2 => [.. text[..at], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. text[at..]],
            3 => [.. text[..(at + length)], .. text[at..]],
            4 => [.. text[..at], .. Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)]), .. text[(at + length)..]],
            _ => random.Next(20) == 0 ? text[..at] : [.. text[..at], (byte)random.Next(' ', 127), .. text[(at + 1)..]],
        };
    }
}
