using System.Text;
using Patterns.Local.HttpApi;

namespace Patterns.Local.Tests.HttpApi;

public sealed class HttpApiReplyReaderTests
{
    [Theory]
    [InlineData("""{"name":"x"}""")]
    [InlineData("\"text\"")]
    [InlineData("[1,2]")]
    [InlineData("null")]
    [InlineData("no json {")]
    [InlineData("")]
    public void What_has_no_status_is_the_body_of_a_reply_with_status_200(string payload)
    {
        var reply = Read(payload);

        Assert.Equal(200, reply.StatusCode);
        Assert.Equal(payload, Encoding.UTF8.GetString(reply.Body.Span));
        Assert.Equal([new("Content-Type", "application/json")], reply.Headers);
    }

    [Fact]
    public void A_full_reply_is_taken_apart()
    {
        var reply = Read("""{"statusCode":201,"headers":{"X-A":"1","X-B":2,"X-C":true},"cookies":["a=1"],"body":"hällo"}""");

        Assert.Equal(201, reply.StatusCode);
        Assert.Equal([new("X-A", "1"), new("X-B", "2"), new("X-C", "true")], reply.Headers);
        Assert.Equal(["a=1"], reply.Cookies);
        Assert.Equal("hällo", Encoding.UTF8.GetString(reply.Body.Span));
    }

    [Fact]
    public void A_body_in_base64_is_decoded() =>
        Assert.Equal([1, 2, 255], Read("""{"statusCode":"200","isBase64Encoded":true,"body":"AQL/"}""").Body.ToArray());

    [Theory]
    [InlineData("""{"statusCode":200,"body":"cut \ud83d"}""")]
    [InlineData("""{"\udc00 is no name":1,"statusCode":200,"body":"cut \udc00"}""")]
    public void Half_a_character_in_a_body_becomes_the_replacement_character(string payload) =>
        Assert.Equal("cut \ufffd", Encoding.UTF8.GetString(Read(payload).Body.Span));

    [Fact]
    public void Parts_that_are_null_count_as_absent()
    {
        var reply = Read("""{"statusCode":204,"headers":null,"cookies":null,"body":null}""");

        Assert.Equal(204, reply.StatusCode);
        Assert.Empty(reply.Headers);
        Assert.True(reply.Body.IsEmpty);
    }

    [Theory]
    [InlineData("""{"statusCode":200.5}""")]
    [InlineData("""{"statusCode":null}""")]
    [InlineData("""{"statusCode":99}""")]
    [InlineData("""{"statusCode":101}""")]
    [InlineData("""{"statusCode":600}""")]
    [InlineData("""{"statusCode":"many"}""")]
    [InlineData("""{"statusCode":200,"headers":[]}""")]
    [InlineData("""{"statusCode":200,"headers":{"a b":"1"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":"1\r\nSet-Cookie: x"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":{}}}""")]
    [InlineData("""{"statusCode":200,"cookies":"a=1"}""")]
    [InlineData("""{"statusCode":200,"cookies":[1]}""")]
    [InlineData("""{"statusCode":200,"body":{}}""")]
    [InlineData("""{"statusCode":200,"body":"%%","isBase64Encoded":true}""")]
    [InlineData("""{"statusCode":"\ud800"}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":"\ud800"}}""")]
    [InlineData("""{"statusCode":200,"headers":{"\ud800":"a"}}""")]
    [InlineData("""{"statusCode":200,"cookies":["\ud800"]}""")]
    public void A_malformed_reply_is_none(string payload) => Assert.Null(HttpApiReplyReader.Read(Encoding.UTF8.GetBytes(payload)));

    private static HttpApiReply Read(string payload) => HttpApiReplyReader.Read(Encoding.UTF8.GetBytes(payload))!;
}
