using System.Text;
using Patterns.Http;
using Patterns.Http.Internal;

namespace Patterns.Core.Tests.Http;

public sealed class HttpEventTests
{
    [Fact]
    public void A_reply_is_read_as_it_was_written()
    {
        var made = new ApiReply(201, "application/octet-stream", new byte[] { 0, 255 }).WithHeader("ETag", "\"1\"").WithHeader("X-A", "b");

        var read = ReplyOutput.Write(made)!.ToApiReply();

        Assert.Equal((201, "application/octet-stream"), (read.StatusCode, read.ContentType));
        Assert.Equal(made.Body, read.Body.ToArray());
        Assert.Equal(made.Headers, read.Headers);
        Assert.Equal("ä", Encoding.UTF8.GetString(ReplyOutput.Write(ApiReply.Text("ä"))!.ToApiReply().Body.Span));
    }

    [Fact]
    public async Task A_request_is_read_as_it_was_made()
    {
        var request = await EventInput.ReadAsync(Events.HttpApi("post", "/a/b?x=1&y=%20", """{"a":1}""", new Dictionary<string, string> { ["If-Match"] = "\"3\"" }, caller: "ann"));

        Assert.Equal(("POST", "/a/b", "1", " "), (request.Method, request.Path, request.QueryValue("x"), request.QueryValue("y")));
        Assert.Equal(("\"3\"", "ann", """{"a":1}"""), (request.Header("if-match"), Caller.Of(request)?.Id, Encoding.UTF8.GetString(request.Json().Span)));
        Assert.Null(Caller.Of(await EventInput.ReadAsync(Events.HttpApi("GET", "/"))));
    }
}
