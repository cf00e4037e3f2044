using Patterns.Local.HttpApi;

namespace Patterns.Local.Tests.HttpApi;

public sealed class RouteTableTests
{
    private static readonly string[] s_keys =
    [
        "$default", "ANY /{proxy+}", "GET /pets/{proxy+}", "GET /pets/dog/{id}", "GET /pets/dog/1", "ANY /pets/dog/{id}", "GET /a/{b}/c", "POST /",
    ];

    [Theory]
    [InlineData("GET", "/pets/dog/1", "GET /pets/dog/1")]
    [InlineData("GET", "/pets/dog/2", "GET /pets/dog/{id}")]
    [InlineData("PUT", "/pets/dog/1", "ANY /pets/dog/{id}")]
    [InlineData("GET", "/pets/cat/1", "GET /pets/{proxy+}")]
    [InlineData("POST", "/pets/cat/1", "ANY /{proxy+}")]
    [InlineData("GET", "/pets", "ANY /{proxy+}")]
    [InlineData("GET", "/pets/", "ANY /{proxy+}")]
    [InlineData("GET", "/a/x/c", "GET /a/{b}/c")]
    [InlineData("GET", "/a/x/c/", "ANY /{proxy+}")]
    [InlineData("GET", "/a//c", "ANY /{proxy+}")]
    [InlineData("POST", "/", "POST /")]
    [InlineData("GET", "/", "$default")]
    public void The_most_exact_route_answers_whatever_the_order_of_adding(string method, string path, string key)
    {
        foreach (var keys in new[] { s_keys, [.. s_keys.Reverse()] })
        {
            Assert.Equal(key, Table(keys).Find(method, path)?.Route.Key.Text);
        }
    }

    [Fact]
    public void Path_variables_have_their_values()
    {
        var match = Table("GET /a/{first}/{rest+}").Find("GET", "/a/x y/1/2/")!.Value;

        Assert.Equal([new("first", "x y"), new("rest", "1/2/")], match.PathParameters);
    }

    [Fact]
    public void A_request_without_a_route_has_no_match() => Assert.Null(Table("GET /a").Find("POST", "/a"));

    [Fact]
    public void A_key_can_be_added_once()
    {
        var table = Table("GET /a");

        Assert.False(table.TryAdd(Route("GET /a")));
    }

    [Theory]
    [InlineData("GET")]
    [InlineData("GET orders")]
    [InlineData("GET /a /b")]
    [InlineData("$other")]
    [InlineData("GET /{rest+}/a")]
    [InlineData("GET /{id}/{id}")]
    public void Other_keys_are_refused(string key) => Assert.Throws<FormatException>(() => RouteKey.Parse(key));

    private static ApiRoute Route(string key) => new(RouteKey.Parse(key), new HttpApiIntegration("i", "f"));

    private static RouteTable Table(params string[] keys)
    {
        var table = new RouteTable();
        foreach (var key in keys)
        {
            table.TryAdd(Route(key));
        }

        return table;
    }
}
