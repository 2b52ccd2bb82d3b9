using System.Globalization;
using System.Text;

namespace Backprop.Teaching.Notebooks.Tests;

/// <summary>Makes greetings, frames and messages that are wrong, or nearly right.</summary>
static class WrongBytes
{
    static readonly string[] Types =
    [
        "kernel_info_request", "comm_info_request", "comm_open", "comm_msg", "comm_close", "history_request", "is_complete_request",
        "interrupt_request", "input_reply", "debug_request", "connect_request", "x", "status", "execute_reply",
    ];

    static readonly string[] CostlyTypes = ["execute_request", "complete_request", "inspect_request"];

    static readonly string[] Members =
    [
        "code", "cursor_pos", "silent", "store_history", "user_expressions", "allow_stdin", "stop_on_error", "hist_access_type", "n", "pattern",
        "session", "start", "stop", "output", "raw", "unique", "comm_id", "target_name", "data", "value", "restart", "detail_level",
    ];

    static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1e400", "99999999999999999999", "0.5", "\"\"", "\"tail\"", "\"range\"", "\"search\"", "\"*\"",
        "\"1 + \"", "\"\\ud800\"", "\"\\u0000\"", "\"var x = 1;\"", "\"𝛿\"", "[]", "{}", "[[[[]]]]", "{\"a\":{\"b\":[1]}}", "\"(\"",
    ];

    public static byte[] Greeting(Random random) => random.Next(3) == 0 ? Bytes(random, 64 + random.Next(20)) : Mutated(random, ZmtpGreeting.Ours());

    public static byte[] Frame(Random random) => random.Next(8) switch
    {
        0 => Bytes(random, 1 + random.Next(40)),
        1 => Mutated(random, ZmtpFrame.EncodeCommand([4, .. "PING"u8, 0, 1, .. Bytes(random, 8)])),
        2 => Mutated(random, ZmtpFrame.EncodeCommand(ZmtpCommand.Ready("DEALER", Bytes(random, 1 + random.Next(20))))),
        3 => ZmtpFrame.EncodeCommand(Bytes(random, random.Next(30))),
        4 => Mutated(random, ZmtpFrame.Encode([[1, .. Bytes(random, random.Next(8))]])),
        5 => ZmtpFrame.Encode([.. Enumerable.Range(0, 1 + random.Next(9)).Select(_ => Bytes(random, random.Next(400)))]),
        6 => Mutated(random, ZmtpFrame.Encode(["<IDS|MSG>"u8.ToArray(), Bytes(random, 64), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray(), "{}"u8.ToArray()])),
        _ => ZmtpFrame.Encode(["<IDS|MSG>"u8.ToArray(), .. Enumerable.Range(0, random.Next(8)).Select(_ => Bytes(random, random.Next(20)))]),
    };

    public static List<byte[]> Message(Random random, MessageSigner signer)
    {
        var type = random.Next(100) == 0 ? CostlyTypes[random.Next(CostlyTypes.Length)] : Types[random.Next(Types.Length)];
        var header = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $$"""{"msg_id":"{{random.Next()}}","msg_type":"{{type}}","session":"s","version":{{Pick(random, Values)}}}"""));
        if (random.Next(5) == 0) header = Mutated(random, header);
        var content = Encoding.UTF8.GetBytes("{" + string.Join(",", Enumerable.Range(0, random.Next(5)).Select(_ => $"\"{Pick(random, Members)}\":{Pick(random, Values)}")) + "}");
        if (random.Next(5) == 0) content = Mutated(random, content);
        if (random.Next(500) == 0) content = Encoding.UTF8.GetBytes(new string('[', 5000));
        // a mutation must not spell the one request that rightly ends the kernel
        if (Encoding.Latin1.GetString(header).Contains("shutdown", StringComparison.Ordinal)) header = [];
        byte[] parent = random.Next(10) == 0 ? Bytes(random, 20) : [.. "{}"u8];
        byte[] metadata = [.. "{}"u8];
        var signature = random.Next(20) == 0 ? Bytes(random, 64) : signer.Sign(header, parent, metadata, content);
        List<byte[]> frames = ["<IDS|MSG>"u8.ToArray(), signature, header, parent, metadata, content];
        if (random.Next(20) == 0) frames.RemoveAt(random.Next(frames.Count));
        if (random.Next(20) == 0) frames.Insert(random.Next(frames.Count), Bytes(random, random.Next(50)));
        return frames;
    }

    static string Pick(Random random, string[] from) => from[random.Next(from.Length)];

    static byte[] Bytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    static byte[] Mutated(Random random, byte[] bytes)
    {
        for (var i = random.Next(4); i >= 0 && bytes.Length > 0; i--)
        {
            var at = random.Next(bytes.Length);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 2:
                    bytes = [.. bytes[..at], .. bytes[(at + 1)..]];
                    break;
                default:
                    bytes = [.. bytes[..at], (byte)random.Next(256), .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }
}
