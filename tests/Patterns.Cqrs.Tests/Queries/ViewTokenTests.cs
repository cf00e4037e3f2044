using Patterns.Cqrs;

namespace Patterns.Cqrs.Tests.Queries;

public sealed class ViewTokenTests
{
    [Theory]
    [InlineData("policy", "p-1", 3, "policy/p-1@3")]
    [InlineData("policy", "a/b@c d%", 0, "policy/a%2Fb%40c%20d%25@0")]
    [InlineData("a/b@2", "ä🦊", long.MaxValue, "a%2Fb%402/%C3%A4%F0%9F%A6%8A@9223372036854775807")]
    public void A_token_is_text_and_back(string type, string id, long version, string text)
    {
        var token = new ViewToken(type, id, version);

        Assert.Equal(text, token.ToString());
        Assert.True(ViewToken.TryParse(text, out var read));
        Assert.Equal(token, read);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("policy")]
    [InlineData("policy/p-1")]
    [InlineData("policy/p-1@")]
    [InlineData("policy/p-1@x")]
    [InlineData("policy/p-1@-1")]
    [InlineData("policy/p-1@01")]
    [InlineData("policy/p-1@+1")]
    [InlineData("policy/p-1@ 1")]
    [InlineData("policy/p-1@9223372036854775808")]
    [InlineData("policy/p 1@1")]
    [InlineData("policy/p/1@1")]
    [InlineData("policy/p%2@1")]
    [InlineData("policy/p%2f1@1")]
    [InlineData("policy/p%FF@1")]
    [InlineData("/p-1@1")]
    [InlineData("policy/@1")]
    [InlineData("@1/p-1")]
    public void Any_other_text_is_none(string? text)
    {
        Assert.False(ViewToken.TryParse(text, out var token));
        Assert.Equal(default, token);
    }

    [Fact]
    public void A_text_that_is_longer_than_any_token_is_not_looked_at() => Assert.False(ViewToken.TryParse($"policy/{new string('p', 5_000)}@1", out _));
}
