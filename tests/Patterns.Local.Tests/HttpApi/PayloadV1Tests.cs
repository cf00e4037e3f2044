using System.Text;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Tests.HttpApi;

public sealed class PayloadV1Tests
{
    [Fact]
    public async Task The_event_has_the_fields_of_payload_format_1()
    {
        var api = ApiHarness.WithV1("POST /orders/{id}");

        await api.SendAsync("POST", "/orders/7", body: """{"n":1}""", prepare: request =>
        {
            request.QueryString = new QueryString("?x=1&x=a%2Cb&y=1+2");
            request.Headers["X-Many"] = new(["1", "2"]);
            request.Headers.Cookie = "s=1; t=2";
            request.Headers.UserAgent = "test";
            request.Headers["X-Amzn-Trace-Id"] = "Root=1-2-3";
            request.ContentType = "application/json";
        });

        var id = api.Event.GetProperty("requestContext").GetProperty("requestId").GetString()!;
        Assert.Equal(
            """
            {"version":"1.0","resource":"/orders/{id}","path":"/orders/7","httpMethod":"POST",
            "headers":{"X-Many":"1,2","Cookie":"s=1; t=2","User-Agent":"test","Content-Type":"application/json","X-Amzn-Trace-Id":"Root=1-2-3","X-Forwarded-For":"127.0.0.1","X-Forwarded-Port":"4566","X-Forwarded-Proto":"http"},
            "multiValueHeaders":{"X-Many":["1","2"],"Cookie":["s=1; t=2"],"User-Agent":["test"],"Content-Type":["application/json"],"X-Amzn-Trace-Id":["Root=1-2-3"],"X-Forwarded-For":["127.0.0.1"],"X-Forwarded-Port":["4566"],"X-Forwarded-Proto":["http"]},
            "queryStringParameters":{"x":"a,b","y":"1 2"},"multiValueQueryStringParameters":{"x":["1","a,b"],"y":["1 2"]},
            "requestContext":{"accountId":"111122223333","apiId":"abc","domainName":"abc.execute-api.eu-west-1.amazonaws.com","domainPrefix":"abc","extendedRequestId":"ID","httpMethod":"POST",
            "identity":{"accessKey":null,"accountId":null,"caller":null,"cognitoAuthenticationProvider":null,"cognitoAuthenticationType":null,"cognitoIdentityId":null,"cognitoIdentityPoolId":null,"principalOrgId":null,"sourceIp":"127.0.0.1","user":null,"userAgent":"test","userArn":null},
            "path":"/orders/7","protocol":"HTTP/1.1","requestId":"ID","requestTime":"02/Jan/2026:03:04:05 +0000","requestTimeEpoch":1767323045000,"resourceId":"POST /orders/{id}","resourcePath":"/orders/{id}","stage":"$default"},
            "pathParameters":{"id":"7"},"stageVariables":{"tier":"gold"},"body":"{\"n\":1}","isBase64Encoded":false}
            """.ReplaceLineEndings(""),
            Encoding.UTF8.GetString(api.Invoker.Events[^1].Span).Replace(id, "ID", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_request_does_not_have_is_null()
    {
        var api = ApiHarness.WithV1("$default");

        await api.SendAsync("GET", "/");

        foreach (var absent in (string[])["queryStringParameters", "multiValueQueryStringParameters", "pathParameters", "body"])
        {
            Assert.Equal(System.Text.Json.JsonValueKind.Null, api.Event.GetProperty(absent).ValueKind);
        }
    }

    [Fact]
    public async Task A_body_that_is_no_text_is_in_base64()
    {
        var api = ApiHarness.WithV1("$default");

        await api.SendAsync("POST", "/", request => request.ContentType = "image/png", "a=1");

        Assert.Equal("YT0x", api.Event.GetProperty("body").GetString());
        Assert.True(api.Event.GetProperty("isBase64Encoded").GetBoolean());
    }

    [Fact]
    public async Task A_reply_may_have_several_values_of_a_header()
    {
        var api = ApiHarness.WithV1("$default");
        api.Invoker.Reply("""{"statusCode":201,"headers":{"X-A":"1","x-b":"2"},"multiValueHeaders":{"X-B":["2","3"],"Set-Cookie":["a=1","b=2"]},"body":"AQI=","isBase64Encoded":true}""");

        var response = await api.SendAsync("GET", "/");

        Assert.Equal(201, response.StatusCode);
        Assert.Equal("1", response.Headers["X-A"]);
        Assert.Equal("2,3", response.Headers["X-B"].ToString());
        Assert.Equal(2, response.Headers.SetCookie.Count);
        Assert.Equal("\u0001\u0002", ApiHarness.BodyOf(response));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"body":"no status"}""")]
    [InlineData("no json {")]
    [InlineData("""{"statusCode":200,"body":{}}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":"1\r\nSet-Cookie: x"}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"a":"1"}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":[]}""")]
    [InlineData("""{"statusCode":"\ud800"}""")]
    [InlineData("""{"statusCode":200,"headers":{"a":"\ud800"}}""")]
    [InlineData("""{"statusCode":200,"multiValueHeaders":{"\ud800":["a"]}}""")]
    public async Task A_reply_of_another_form_is_an_internal_server_error(string reply)
    {
        var api = ApiHarness.WithV1("$default");
        api.Invoker.Reply(reply);

        var response = await api.SendAsync("GET", "/");

        Assert.Equal(500, response.StatusCode);
        Assert.Equal("""{"message":"Internal Server Error"}""", ApiHarness.BodyOf(response));
    }
}
