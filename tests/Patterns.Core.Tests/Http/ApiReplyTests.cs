using Patterns.Http;

namespace Patterns.Core.Tests.Http;

public sealed class ApiReplyTests
{
    [Fact]
    public void A_value_with_a_line_end_is_no_header()
    {
        Assert.Throws<ArgumentException>(() => ApiReply.Text("x").WithHeader("X-A", "b\r\nSet-Cookie: c"));
        Assert.Throws<ArgumentException>(() => ApiReply.Text("x").WithHeader("X-A\r\nX-B", "b"));
        Assert.Throws<ArgumentException>(() => ApiReply.Text("x").WithHeader("Transfer-Encoding", "chunked"));
        Assert.Throws<ArgumentException>(() => new ApiReply(200, "text/plain\r\nX-A: b"));
    }

    [Fact]
    public void Another_value_of_a_header_takes_the_place_of_the_first() =>
        Assert.Equal("2", Assert.Single(ApiReply.Text("x").WithHeader("X-A", "1").WithHeader("x-a", "2").Headers).Value);
}
