using System.Text;

namespace Backprop.Teaching.Notebooks.Tests;

public class MessageTests
{
    static readonly byte[] Header = """{"msg_id":"1","msg_type":"kernel_info_request","later":[1, 2]}"""u8.ToArray();
    static readonly byte[] Empty = "{}"u8.ToArray();

    readonly MessageSigner signer = new("a key"u8.ToArray());
    readonly MessageCounters counters = new();

    [Fact]
    public void The_signature_is_the_one_that_others_compute()
    {
        // Python: hmac.new(b'a key', header + parent + metadata + content, 'sha256').hexdigest()
        var signature = signer.Sign("""{"msg_id":"1"}"""u8.ToArray(), Empty, Empty, """{"code":"δ"}"""u8.ToArray());
        Assert.Equal("86db083fac052990e3e63ba31045fac9191e70340d2842afb53ff7aaa79bee70", Encoding.ASCII.GetString(signature));
    }

    [Fact]
    public void A_message_keeps_the_identities_and_the_header_as_they_came()
    {
        var message = Message.Read(["id"u8.ToArray(), .. Signed(Header, Empty), "buffer"u8.ToArray()], signer, counters)!;
        Assert.Equal("id", Encoding.ASCII.GetString(Assert.Single(message.Identities)));
        Assert.Equal(Header, message.Header);
        Assert.Equal("kernel_info_request", message.Type);
        Assert.Equal("1", message.Id);
    }

    [Theory]
    [InlineData("")]
    [InlineData("00")]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff")]
    public void A_badly_signed_message_is_dropped_and_counted(string signature)
    {
        List<byte[]> frames = [.. Signed(Header, Empty)];
        frames[1] = Encoding.ASCII.GetBytes(signature);
        Assert.Null(Message.Read(frames, signer, counters));
        Assert.Equal(1, counters.Unsigned);
    }

    [Fact]
    public void Without_a_key_nothing_is_signed_and_everything_is_read()
    {
        var open = new MessageSigner([]);
        Assert.Empty(open.Sign(Header, Empty, Empty, Empty));
        Assert.NotNull(Message.Read(["<IDS|MSG>"u8.ToArray(), [], Header, Empty, Empty, Empty], open, counters));
    }

    [Theory]
    [InlineData("nonsense", "{}")]
    [InlineData("[]", "{}")]
    [InlineData("""{"msg_id":"1"}""", "{}")]
    [InlineData("""{"msg_id":"1","msg_type":""}""", "{}")]
    [InlineData("""{"msg_id":1,"msg_type":"x"}""", "{}")]
    [InlineData("""{"msg_id":"1","msg_type":"\ud800"}""", "{}")]
    [InlineData("""{"msg_id":"1","msg_type":"x"}""", "[]")]
    [InlineData("""{"msg_id":"1","msg_type":"x"}""", "{\"a\":")]
    public void A_signed_message_that_cannot_be_read_is_dropped_and_counted(string header, string content)
    {
        Assert.Null(Message.Read(Signed(Encoding.UTF8.GetBytes(header), Encoding.UTF8.GetBytes(content)), signer, counters));
        Assert.Equal(1, counters.Malformed);
    }

    [Fact]
    public void Frames_without_delimiter_or_too_few_are_dropped_and_counted()
    {
        Assert.Null(Message.Read([], signer, counters));
        Assert.Null(Message.Read(["<IDS|MSG>"u8.ToArray()], signer, counters));
        Assert.Null(Message.Read([Empty, Empty, Empty, Empty, Empty, Empty, Empty], signer, counters));
        Assert.Equal(3, counters.Malformed);
    }

    [Fact]
    public void A_composed_message_is_signed_over_its_frames()
    {
        var frames = new MessageComposer(signer).Compose(["id"u8.ToArray()], "stream", Header, writer => writer.WriteString("text", "δ\ud835 half"));
        Assert.Equal(Header, frames[4]);
        var message = Message.Read(frames, signer, counters)!;
        Assert.Equal("stream", message.Type);
        Assert.Equal("δ\ufffd half", JsonText.String(message.Content, "text"));
    }

    List<byte[]> Signed(byte[] header, byte[] content) =>
        ["<IDS|MSG>"u8.ToArray(), signer.Sign(header, Empty, Empty, content), header, Empty, Empty, content];
}
