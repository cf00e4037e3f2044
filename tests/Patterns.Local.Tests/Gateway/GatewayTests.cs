using System.Net;
using System.Net.Sockets;
using System.Text;
using Patterns.Local.Gateway;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Stacks;
using Runner = Patterns.Local.Stacks.Runner;

namespace Patterns.Local.Tests.Gateway;

public sealed class GatewayTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/_patterns/health")]
    public async Task The_endpoint_says_that_it_is_there(string path)
    {
        await using var stack = await TestStack.StartAsync();

        Assert.StartsWith(
            """{"status":"ready","region":"us-east-1","accountId":"000000000000","services":["sqs","sns","lambda","dynamodb",""",
            await stack.Http.GetStringAsync(path));
    }

    [Fact]
    public async Task A_request_under_a_foreign_name_is_refused()
    {
        await using var stack = await TestStack.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = "attacker.example";

        var response = await stack.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("The Host header names neither 127.0.0.1, [::1], localhost nor a name below localhost.", await response.Content.ReadAsStringAsync());
        Assert.False(response.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("https://attacker.example", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost.attacker.example:4566", HttpStatusCode.Forbidden)]
    [InlineData("null", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:5173", HttpStatusCode.OK)]
    [InlineData("http://[::1]:5173", HttpStatusCode.OK)]
    public async Task A_page_of_another_site_may_not_use_the_services(string origin, HttpStatusCode expected)
    {
        await using var stack = await TestStack.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = Form("Action=ListQueues&Version=2012-11-05") };
        request.Headers.Add("Origin", origin);

        var response = await stack.Http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Forbidden, (await response.Content.ReadAsStringAsync()).Contains("The Origin header names a site that is not on this machine", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/?Action=ListQueues&Version=2012-11-05", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("/?Action=ListQueues&Version=2012-11-05", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("/_runtime/attach-f/2018-06-01/runtime/invocation/next", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("/_patterns/health", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("/?Action=ListQueues&Version=2012-11-05", "same-origin", HttpStatusCode.OK)]
    [InlineData("/", "none", HttpStatusCode.OK)]
    [InlineData("/_patterns/health", "none", HttpStatusCode.OK)]
    public async Task A_page_that_only_links_to_a_service_may_not_use_it_either(string path, string site, HttpStatusCode expected)
    {
        await using var stack = await TestStack.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Sec-Fetch-Site", site);

        var response = await stack.Http.SendAsync(request);

        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(expected == HttpStatusCode.Forbidden, (await response.Content.ReadAsStringAsync()).Contains("The Sec-Fetch-Site header says that a page of another address asks", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_of_this_machine_that_names_itself_may_be_of_another_site()
    {
        await using var stack = await TestStack.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/?Action=ListQueues&Version=2012-11-05");
        request.Headers.Add("Origin", "http://127.0.0.1:5173");
        request.Headers.Add("Sec-Fetch-Site", "cross-site");

        Assert.Equal(HttpStatusCode.OK, (await stack.Http.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task A_json_service_that_is_not_emulated_says_so_in_json()
    {
        await using var stack = await TestStack.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/") { Content = new StringContent("{}") };
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityProviderService.SignUp");

        var response = await stack.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.StartsWith(
            """{"__type":"UnknownOperationException","message":"The service AWSCognitoIdentityProviderService is not emulated here; there are sqs, sns, lambda, dynamodb, """,
            await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_query_service_that_is_not_emulated_says_so_in_xml()
    {
        await using var stack = await TestStack.StartAsync();

        var response = await stack.Http.PostAsync("/", Form("Action=AssumeRole&Version=2011-06-15"));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("<Code>InvalidAction</Code>", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task An_unsigned_form_finds_its_service_by_the_version()
    {
        await using var stack = await TestStack.StartAsync();

        var queue = await (await stack.Http.PostAsync("/", Form("Action=CreateQueue&Version=2012-11-05&QueueName=q"))).Content.ReadAsStringAsync();
        var topic = await (await stack.Http.PostAsync("/", Form("Action=CreateTopic&Version=2010-03-31&Name=t"))).Content.ReadAsStringAsync();

        Assert.Contains("/000000000000/q</QueueUrl>", queue);
        Assert.Contains("<TopicArn>arn:aws:sns:us-east-1:000000000000:t</TopicArn>", topic);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_named()
    {
        await using var stack = await TestStack.StartAsync();
        var port = new Uri(stack.Runner.Endpoint).Port;

        var error = await Assert.ThrowsAsync<PortInUseException>(() => Runner.StartAsync(new() { Port = port, Console = new RecordingConsole() }));

        Assert.Equal($"Port {port} is in use by another program.", error.Message);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_no_mistake_of_the_runner()
    {
        await using var stack = await TestStack.StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, new Uri(stack.Runner.Endpoint).Port);
        var connection = client.GetStream();

        await connection.WriteAsync("POST / HTTP/1.1\r\nHost: localhost\r\nX-Amz-Target: AmazonSQS.ListQueues\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\nno chunk"u8.ToArray());

        using var reader = new StreamReader(connection);
        Assert.Equal("HTTP/1.1 400 Bad Request", await reader.ReadLineAsync());
        Assert.DoesNotContain(stack.Console.Notices, notice => notice.Contains("failed inside the runner", StringComparison.Ordinal));
    }

    private static StringContent Form(string text) => new(text, Encoding.ASCII, "application/x-www-form-urlencoded");
}
