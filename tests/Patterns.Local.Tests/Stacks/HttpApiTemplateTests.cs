using System.Net;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Templates;

namespace Patterns.Local.Tests.Stacks;

public sealed class HttpApiTemplateTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task Authorizers_formats_and_throttles_of_a_template_hold()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Globals: { Function: { CodeUri: {{functions.Plain("Echo").Directory}}, Runtime: dotnet10, Timeout: 20 } }
            Resources:
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: Fixtures.Plain::Fixtures.Plain.Web::Event
                  Events:
                    Guarded: { Type: HttpApi, Properties: { ApiId: !Ref Orders, Path: /guarded, Method: GET } }
                    Open: { Type: HttpApi, Properties: { ApiId: !Ref Orders, Path: /open, Method: GET, PayloadFormatVersion: "1.0", Auth: { Authorizer: NONE } } }
                    Rare: { Type: HttpApi, Properties: { ApiId: !Ref Orders, Path: /rare, Method: GET, Auth: { Authorizer: NONE } } }
              Gate:
                Type: AWS::Serverless::Function
                Properties: { Handler: "Fixtures.Plain::Fixtures.Plain.Gate::Simple" }
              Orders:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: ByToken
                    Authorizers:
                      ByToken:
                        FunctionArn: !GetAtt Gate.Arn
                        AuthorizerPayloadFormatVersion: "2.0"
                        EnableSimpleResponses: true
                        Identity: { Headers: [Authorization], ReauthorizeEvery: 60 }
                  RouteSettings: { GET /rare: { ThrottlingBurstLimit: 0, ThrottlingRateLimit: 0.001 } }
            Outputs:
              Url: { Value: !GetAtt Orders.ApiEndpoint }
            """);
        var url = stack.Output("Url");

        Assert.Equal(HttpStatusCode.Unauthorized, (await stack.Http.GetAsync($"{url}/guarded")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, $"{url}/guarded", "wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, $"{url}/guarded", "right"));
        Assert.Equal("1.0", (await stack.GetJsonAsync($"{url}/open")).GetProperty("version").GetString());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stack.Http.GetAsync($"{url}/rare")).StatusCode);
    }

    [Theory]
    [InlineData("DefaultAuthorizer: Nobody", "has no authorizer 'Nobody'")]
    [InlineData("DefaultAuthorizer: A, Authorizers: { A: { FunctionArn: !GetAtt F.Arn } }", "needs the property 'AuthorizerPayloadFormatVersion'")]
    [InlineData("DefaultAuthorizer: A, Authorizers: { A: x }", "must be a mapping")]
    public void Mistakes_in_auth_are_found_in_the_template(string auth, string message)
    {
        var errors = TemplateFolder.Errors($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api: { Type: AWS::Serverless::HttpApi, Properties: { Auth: { {{auth}} } } }
              F:
                Type: AWS::Serverless::Function
                Properties: { CodeUri: src, Handler: "A::B::C", Runtime: dotnet10, Events: { E: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /a, Method: GET } } } }
            """);

        Assert.Contains(errors, error => error.StartsWith("template.yaml:3:", StringComparison.Ordinal) && error.Contains(message, StringComparison.Ordinal));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestStack stack, string url, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        return (await stack.Http.SendAsync(request)).StatusCode;
    }
}
