using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Gateway;

public sealed class ServiceSelectorTests
{
    private readonly ServiceSelector _selector = new(
        new AwsEnvironment("eu-west-1", "000000000000", TimeProvider.System),
        [new NamedService("sqs", "AmazonSQS"), new NamedService("sns", null), new NamedService("lambda", null)]);

    [Theory]
    [InlineData("AmazonSQS.SendMessage", "sqs")]
    [InlineData("AmazonSQS", "sqs")]
    public void The_target_header_decides_first(string target, string service) =>
        Assert.Equal(service, Select("/", request =>
        {
            request.Headers["X-Amz-Target"] = target;
            request.Headers.Authorization = Signed("sns");
        }));

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKIA/20261102/eu-west-1/sns/aws4_request, SignedHeaders=host, Signature=0", "sns")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/20261102/eu-west-1/lambda/aws4_request,SignedHeaders=host,Signature=0", "lambda")]
    [InlineData("AWS4-ECDSA-P256-SHA256 Credential=AKIA/20261102/sqs/aws4_request", "sqs")]
    public void The_signing_scope_decides_next(string authorization, string service) =>
        Assert.Equal(service, Select("/2015-03-31/functions", request => request.Headers.Authorization = authorization));

    [Theory]
    [InlineData("?X-Amz-Credential=AKIA%2F20261102%2Feu-west-1%2Fsqs%2Faws4_request&Action=ReceiveMessage", "sqs")]
    [InlineData("?Action=Publish&Version=2010-03-31", "sns")]
    [InlineData("?Version=2012-11-05", "sqs")]
    public void A_query_names_its_service_by_credential_or_version(string query, string service) =>
        Assert.Equal(service, Select("/", request => request.QueryString = new QueryString(query)));

    [Theory]
    [InlineData("/2015-03-31/functions/f/invocations", "lambda")]
    [InlineData("/000000000000/orders", "sqs")]
    [InlineData("/SimpleNotificationService-0123.pem", "sns")]
    public void A_path_names_its_service(string path, string service) => Assert.Equal(service, Select(path, _ => { }));

    [Theory]
    [InlineData("DynamoDB_20120810.PutItem", "DynamoDB_20120810")]
    [InlineData("Kinesis_20131202.PutRecords", "Kinesis_20131202")]
    public void A_target_of_another_service_is_named_and_not_guessed(string target, string wanted)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-Amz-Target"] = target;

        Assert.Null(_selector.Select(http.Request, out var named));
        Assert.Equal(wanted, named);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/2015-03/functions")]
    [InlineData("/000000000000")]
    [InlineData("/000000000001/orders")]
    public void Nothing_is_guessed_from_other_paths(string path) => Assert.Null(Select(path, _ => { }));

    private static string Signed(string service) => $"AWS4-HMAC-SHA256 Credential=AKIA/20261102/eu-west-1/{service}/aws4_request";

    private string? Select(string path, Action<HttpRequest> prepare)
    {
        var http = new DefaultHttpContext();
        http.Request.Path = path;
        prepare(http.Request);
        return _selector.Select(http.Request, out _)?.SigningName;
    }

    private sealed class NamedService(string name, string? prefix) : IAwsService
    {
        public string SigningName => name;

        public string? TargetPrefix => prefix;

        public Task HandleAsync(HttpContext http) => Task.CompletedTask;
    }
}
