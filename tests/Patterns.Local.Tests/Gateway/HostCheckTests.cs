using Patterns.Local.Gateway;

namespace Patterns.Local.Tests.Gateway;

public sealed class HostCheckTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:4566")]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:80")]
    [InlineData("abc.execute-api.localhost:4566")]
    [InlineData("[::1]")]
    [InlineData("[::1]:4566")]
    public void Names_of_this_machine_pass(string host) => Assert.True(HostCheck.IsLoopback(host));

    [Theory]
    [InlineData("")]
    [InlineData(".localhost")]
    [InlineData("example.com")]
    [InlineData("localhost.example.com")]
    [InlineData("evillocalhost")]
    [InlineData("127.0.0.1.example.com:80")]
    [InlineData("192.168.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("[::2]:4566")]
    public void Other_names_do_not(string host) => Assert.False(HostCheck.IsLoopback(host));
}
