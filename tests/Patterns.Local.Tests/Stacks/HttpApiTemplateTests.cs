using System.Net;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Templates;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.HttpApi;
using Patterns.Local.Tests.Templates;

namespace Patterns.Local.Tests.Stacks;

public sealed class HttpApiTemplateTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    // {"alg":"RS256","kid":"k"}.{"iss":"x"}.x
    private const string TokenOfUnknownKey = "eyJhbGciOiJSUzI1NiIsImtpZCI6ImsifQ.eyJpc3MiOiJ4In0.eA";

    [Fact]
    public async Task Authorizers_formats_and_throttles_of_a_template_hold()
    {
        await using var issuer = await GatewayServer.StartAsync(0, AnswerWithoutKeysAsync, CancellationToken.None);
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
                    Known: { Type: HttpApi, Properties: { ApiId: !Ref Orders, Path: /known, Method: GET, Auth: { Authorizer: ByIssuer, AuthorizationScopes: [read] } } }
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
                      ByIssuer: { IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: "{{issuer.Address}}", audience: [orders] } }
                  RouteSettings: { GET /rare: { ThrottlingBurstLimit: 0, ThrottlingRateLimit: 0.001 } }
              Written:
                Type: AWS::Serverless::HttpApi
                Properties:
                  DefaultRouteSettings: { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 0 }
                  DefinitionBody:
                    openapi: 3.0.1
                    paths:
                      /by-definition/{id}:
                        x-amazon-apigateway-any-method:
                          x-amazon-apigateway-integration:
                            type: aws_proxy
                            httpMethod: POST
                            payloadFormatVersion: "2.0"
                            timeoutInMillis: 30000
                            uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Echo.Arn}/invocations"
            Outputs:
              Url: { Value: !GetAtt Orders.ApiEndpoint }
              Written: { Value: !GetAtt Written.ApiEndpoint }
            """);
        var url = stack.Output("Url");

        Assert.Equal(HttpStatusCode.Unauthorized, (await stack.Http.GetAsync($"{url}/guarded")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, $"{url}/guarded", "wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, $"{url}/guarded", "right"));
        Assert.Equal("1.0", (await stack.GetJsonAsync($"{url}/open")).GetProperty("version").GetString());
        Assert.Equal("ANY /by-definition/{id}", (await stack.GetJsonAsync($"{stack.Output("Written")}/by-definition/7")).GetProperty("routeKey").GetString());
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stack.Http.GetAsync($"{stack.Output("Written")}/by-definition/7")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await stack.Http.GetAsync($"{url}/known")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, $"{url}/known", $"Bearer {TokenOfUnknownKey}"));
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stack.Http.GetAsync($"{url}/rare")).StatusCode);
    }

    [Fact]
    public async Task A_token_of_an_issuer_on_this_machine_brings_its_claims_to_the_function()
    {
        await using var issuer = await LocalIssuer.StartAsync();
        await using var other = await LocalIssuer.StartAsync();
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: {{functions.Plain("Echo").Directory}}
                  Runtime: dotnet10
                  Timeout: 20
                  Handler: Fixtures.Plain::Fixtures.Plain.Web::Event
                  Events:
                    Known: { Type: HttpApi, Properties: { ApiId: !Ref Orders, Path: /known, Method: GET, Auth: { AuthorizationScopes: [read] } } }
              Orders:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: ByIssuer
                    Authorizers: { ByIssuer: { IdentitySource: $request.header.Authorization, JwtConfiguration: { issuer: "{{issuer.Address}}", audience: [orders] } } }
            Outputs:
              Url: { Value: !GetAtt Orders.ApiEndpoint }
            """);
        var url = $"{stack.Output("Url")}/known";
        stack.Http.DefaultRequestHeaders.Authorization = new("Bearer", issuer.Token("read write"));

        var jwt = (await stack.GetJsonAsync(url)).GetProperty("requestContext").GetProperty("authorizer").GetProperty("jwt");

        Assert.Equal("ann", jwt.GetProperty("claims").GetProperty("sub").GetString());
        Assert.Equal("""["read","write"]""", jwt.GetProperty("scopes").GetRawText());
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, url, $"Bearer {issuer.Token("write")}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, url, $"Bearer {issuer.Token("read", audience: "billing")}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, url, $"Bearer {other.Token("read")}"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, url, $"Bearer {issuer.Token("read")[..^4]}AAAA"));
    }

    [Fact]
    public async Task Operations_of_a_definition_have_the_authorizers_of_their_security_or_of_the_API()
    {
        const string Integration = "x-amazon-apigateway-integration: { type: aws_proxy, payloadFormatVersion: '2.0', uri: !GetAtt Echo.Arn }";
        await using var issuer = await LocalIssuer.StartAsync();
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Globals: { Function: { CodeUri: {{functions.Plain("Echo").Directory}}, Runtime: dotnet10, Timeout: 20 } }
            Resources:
              Echo: { Type: AWS::Serverless::Function, Properties: { Handler: "Fixtures.Plain::Fixtures.Plain.Web::Event" } }
              Gate: { Type: AWS::Serverless::Function, Properties: { Handler: "Fixtures.Plain::Fixtures.Plain.Gate::Simple" } }
              Written:
                Type: AWS::Serverless::HttpApi
                Properties:
                  DefinitionBody:
                    openapi: 3.0.1
                    security: [ { asked: [] } ]
                    paths:
                      /whole: { get: { {{Integration}} } }
                      /open: { get: { security: [], {{Integration}} } }
                      /known: { get: { security: [ { known: [read] } ], {{Integration}} } }
                    components:
                      securitySchemes:
                        asked:
                          type: apiKey
                          name: Authorization
                          in: header
                          x-amazon-apigateway-authorizer:
                            type: request
                            identitySource: $request.header.Authorization
                            authorizerUri: !GetAtt Gate.Arn
                            authorizerPayloadFormatVersion: "2.0"
                            enableSimpleResponses: true
                        known:
                          type: openIdConnect
                          openIdConnectUrl: {{issuer.Address}}/.well-known/openid-configuration
                          x-amazon-apigateway-authorizer: { type: jwt, identitySource: $request.header.Authorization, jwtConfiguration: { audience: [orders] } }
              Guarded:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: ByToken
                    Authorizers:
                      ByToken: { FunctionArn: !GetAtt Gate.Arn, AuthorizerPayloadFormatVersion: "2.0", EnableSimpleResponses: true, Identity: { Headers: [Authorization] } }
                      ByIssuer: { AuthorizationScopes: [read], JwtConfiguration: { issuer: "{{issuer.Address}}", audience: [orders] } }
                  DefinitionBody:
                    openapi: 3.0.1
                    paths:
                      /default: { get: { {{Integration}} } }
                      /open: { get: { security: [ { NONE: [] } ], {{Integration}} } }
                      /known: { get: { security: [ { ByIssuer: [read] } ], {{Integration}} } }
            Outputs:
              Written: { Value: !GetAtt Written.ApiEndpoint }
              Guarded: { Value: !GetAtt Guarded.ApiEndpoint }
            """);
        foreach (var (url, guarded) in new[] { (stack.Output("Written"), "whole"), (stack.Output("Guarded"), "default") })
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await stack.Http.GetAsync($"{url}/{guarded}")).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, $"{url}/{guarded}", "wrong"));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, $"{url}/{guarded}", "right"));
            Assert.Equal(HttpStatusCode.OK, (await stack.Http.GetAsync($"{url}/open")).StatusCode);
            Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, $"{url}/known", "right"));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, $"{url}/known", issuer.Token("write")));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, $"{url}/known", issuer.Token("read")));
        }
    }

    [Theory]
    [InlineData("issuer: http://issuer.example, audience: [a]", "the issuer 'http://issuer.example' is no https address; http is taken for an issuer on this machine only")]
    [InlineData("issuer: https://issuer.example", "a JWT authorizer needs one identity source and at least one audience")]
    public async Task Mistakes_in_the_settings_of_an_issuer_are_found_at_start(string configuration, string message)
    {
        var exception = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api: { Type: AWS::Serverless::HttpApi, Properties: { Auth: { Authorizers: { A: { JwtConfiguration: { {{configuration}} } } } } } }
            """));

        Assert.EndsWith(message, exception.Message.TrimEnd());
        Assert.Contains("template.yaml:3:", exception.Message);
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

    [Theory]
    [InlineData("HttpApi", "HttpApi", "ApiId: !Sub '${Api}'")]
    [InlineData("Api", "Api", "RestApiId: !Sub '${Api}'")]
    public void A_route_whose_api_is_an_expression_is_refused_since_it_would_be_open(string type, string kind, string reference)
    {
        var errors = TemplateFolder.Errors($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api: { Type: AWS::Serverless::{{type}}, Properties: { StageName: live, Auth: { DefaultAuthorizer: AWS_IAM } } }
              F:
                Type: AWS::Serverless::Function
                Properties: { CodeUri: src, Handler: "A::B::C", Runtime: dotnet10, Events: { E: { Type: {{kind}}, Properties: { {{reference}}, Path: /a, Method: GET } } } }
            """);

        Assert.Contains(errors, error => error.StartsWith("template.yaml:6:", StringComparison.Ordinal) && error.Contains("event 'E' names its API by an expression", StringComparison.Ordinal));
    }

    // The issuer is there and has no key, so that no token is good.
    private static Task AnswerWithoutKeysAsync(HttpContext http) => http.Response.WriteAsync(http.Request.Path.Value == "/keys"
        ? """{"keys":[]}"""
        : $$"""{"issuer":"http://{{http.Request.Host}}","jwks_uri":"http://{{http.Request.Host}}/keys"}""");

    private static async Task<HttpStatusCode> StatusAsync(TestStack stack, string url, string token)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.TryAddWithoutValidation("Authorization", token);
        return (await stack.Http.SendAsync(request)).StatusCode;
    }
}
