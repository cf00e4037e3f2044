using System.Net;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Templates;

namespace Patterns.Local.Tests.Stacks;

public sealed class RestApiTemplateTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task Apis_of_every_form_of_a_template_answer()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Globals: { Function: { CodeUri: {{functions.Plain("Echo").Directory}}, Runtime: dotnet10, Timeout: 20 } }
            Resources:
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  Handler: Fixtures.Plain::Fixtures.Plain.Web::Event
                  FunctionUrlConfig: { AuthType: NONE, Cors: { AllowOrigins: ["https://shop.example"], AllowMethods: [GET] } }
                  Events:
                    Implicit: { Type: Api, Properties: { Path: "/items/{id}", Method: get } }
                    Guarded: { Type: Api, Properties: { RestApiId: !Ref Orders, Path: /guarded, Method: GET } }
                    Open: { Type: Api, Properties: { RestApiId: !Ref Orders, Path: /open, Method: POST, Auth: { Authorizer: NONE } } }
                    Rare: { Type: Api, Properties: { RestApiId: !Ref Orders, Path: /rare, Method: ANY, Auth: { Authorizer: NONE } } }
              Signed:
                Type: AWS::Serverless::Function
                Properties: { Handler: "Fixtures.Plain::Fixtures.Plain.Web::Event", FunctionUrlConfig: { AuthType: AWS_IAM } }
              Gate:
                Type: AWS::Serverless::Function
                Properties: { Handler: "Fixtures.Plain::Fixtures.Plain.Gate::Policy" }
              Orders:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: live
                  Cors: { AllowOrigin: "'https://shop.example'", AllowHeaders: "'authorization'" }
                  Auth:
                    DefaultAuthorizer: ByToken
                    AddDefaultAuthorizerToCorsPreflight: false
                    Authorizers: { ByToken: { FunctionArn: !GetAtt Gate.Arn } }
                  MethodSettings: [ { ResourcePath: /~1rare, HttpMethod: "*", ThrottlingBurstLimit: 0, ThrottlingRateLimit: 0.001 } ]
              Written:
                Type: AWS::Serverless::Api
                Properties:
                  StageName: v1
                  DefinitionBody:
                    openapi: 3.0.1
                    paths:
                      /by-definition:
                        get:
                          x-amazon-apigateway-integration:
                            type: aws_proxy
                            httpMethod: POST
                            uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Echo.Arn}/invocations"
                      /by-token:
                        get:
                          security: [ { token: [] } ]
                          x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: !GetAtt Echo.Arn }
                    components:
                      securitySchemes:
                        token:
                          type: apiKey
                          name: Authorization
                          in: header
                          x-amazon-apigateway-authtype: custom
                          x-amazon-apigateway-authorizer: { type: token, authorizerUri: !GetAtt Gate.Arn, authorizerResultTtlInSeconds: 0 }
              Plain: { Type: AWS::ApiGateway::RestApi, Properties: { Name: plain } }
              PlainItems: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Plain, ParentId: !GetAtt Plain.RootResourceId, PathPart: items } }
              PlainItem: { Type: AWS::ApiGateway::Resource, Properties: { RestApiId: !Ref Plain, ParentId: !Ref PlainItems, PathPart: "{id}" } }
              PlainGet:
                Type: AWS::ApiGateway::Method
                Properties:
                  RestApiId: !Ref Plain
                  ResourceId: !Ref PlainItem
                  HttpMethod: GET
                  Integration: { Type: AWS_PROXY, IntegrationHttpMethod: POST, Uri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Echo.Arn}/invocations" }
              PlainDeployment: { Type: AWS::ApiGateway::Deployment, DependsOn: PlainGet, Properties: { RestApiId: !Ref Plain, StageName: prod } }
            Outputs:
              Implicit: { Value: !Sub "https://${ServerlessRestApi}.execute-api.${AWS::Region}.amazonaws.com/Prod" }
              Orders: { Value: !Sub "https://${Orders}.execute-api.${AWS::Region}.amazonaws.com/${Orders.Stage}" }
              Written: { Value: !Sub "https://${Written}.execute-api.${AWS::Region}.amazonaws.com/v1" }
              Plain: { Value: !Sub "https://${Plain}.execute-api.${AWS::Region}.amazonaws.com/prod" }
              Url: { Value: !GetAtt EchoUrl.FunctionUrl }
              SignedUrl: { Value: !GetAtt SignedUrl.FunctionUrl }
            """);

        Assert.Equal("7", (await stack.GetJsonAsync($"{stack.Output("Implicit")}/items/7")).GetProperty("pathParameters").GetProperty("id").GetString());
        Assert.Equal("/items/{id}", (await stack.GetJsonAsync($"{stack.Output("Plain")}/items/7")).GetProperty("resource").GetString());
        Assert.Equal("/by-definition", (await stack.GetJsonAsync($"{stack.Output("Written")}/by-definition")).GetProperty("resource").GetString());
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, HttpMethod.Get, $"{stack.Output("Written")}/by-token"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, HttpMethod.Get, $"{stack.Output("Written")}/by-token", "wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, HttpMethod.Get, $"{stack.Output("Written")}/by-token", "right"));
        await CheckOrdersAsync(stack, stack.Output("Orders"));
        await CheckUrlsAsync(stack);
    }

    [Theory]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { x-amazon-apigateway-integration: { type: mock } } } } } }", "an integration of the type mock is not emulated yet, only aws_proxy is")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { security: [ { a: [] } ], x-amazon-apigateway-integration: { type: aws_proxy } } } } } }", "the definition has no security scheme 'a'")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { security: a, x-amazon-apigateway-integration: { type: aws_proxy } } } } } }", "'security' must be a list")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { security: [ { a: [] }, { b: [] } ], x-amazon-apigateway-integration: { type: aws_proxy } } } } } }", "'security' names several schemes or none, and only one is emulated yet")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { security: [ { } ], x-amazon-apigateway-integration: { type: aws_proxy } } } } } }", "'security' names several schemes or none, and only one is emulated yet")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { security: [ { a: [] } ], paths: { /a: { get: { x-amazon-apigateway-integration: { type: aws_proxy } } } } } }", "'security' of a whole definition is not emulated for REST APIs; say it at each operation")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { security: [ { a: [] } ], x-amazon-apigateway-integration: { type: aws_proxy } } } }, securityDefinitions: { a: { type: apiKey } } } }", "the security scheme 'a' has no 'x-amazon-apigateway-authorizer', and others are not emulated yet")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { security: [ { a: [] } ], x-amazon-apigateway-integration: { type: aws_proxy } } } }, components: { securitySchemes: { a: { x-amazon-apigateway-authorizer: { type: cognito_user_pools } } } } } }", "an authorizer of the type cognito_user_pools is not emulated yet for this kind of API")]
    [InlineData("Properties: { StageName: a, Auth: { DefaultAuthorizer: AWS_IAM }, DefinitionBody: { paths: { /a: { get: { x-amazon-apigateway-integration: { type: aws_proxy } } } } } }", "the API 'Api' has no authorizer 'AWS_IAM'")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { x-amazon-apigateway-integration: { type: aws_proxy, timeoutInMillis: 29001 } } } } } }", "'timeoutInMillis' must be from 50 to 29000 ms for this kind of API, and this is 29001")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { paths: { /a: { get: { x-amazon-apigateway-integration: { type: aws_proxy, timeoutInMillis: 49 } } } } } }", "'timeoutInMillis' must be from 50 to 29000 ms for this kind of API, and this is 49")]
    [InlineData("Properties: { StageName: a, DefinitionBody: { openapi: 3.0.1 } }", "the definition has no paths")]
    public async Task What_a_definition_has_and_is_not_emulated_is_refused(string api, string message)
    {
        var exception = await Assert.ThrowsAsync<Patterns.Local.Templates.TemplateException>(() => TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api:
                Type: AWS::Serverless::Api
                {{api}}
            """));

        Assert.EndsWith(message, exception.Message.TrimEnd());
        Assert.Contains("template.yaml:5:", exception.Message);
    }

    [Theory]
    [InlineData("Authorizers: { A: { UserPoolArn: x } }", "needs Cognito, which is not emulated")]
    [InlineData("DefaultAuthorizer: B, Authorizers: { }", "has no authorizer 'B'")]
    public void Mistakes_in_auth_are_found_in_the_template(string auth, string message)
    {
        var errors = TemplateFolder.Errors($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Api: { Type: AWS::Serverless::Api, Properties: { StageName: a, Auth: { {{auth}} } } }
              F:
                Type: AWS::Serverless::Function
                Properties: { CodeUri: src, Handler: "A::B::C", Runtime: dotnet10, Events: { E: { Type: Api, Properties: { RestApiId: !Ref Api, Path: /a, Method: GET } } } }
            """);

        Assert.Contains(errors, error => error.StartsWith("template.yaml:3:", StringComparison.Ordinal) && error.Contains(message, StringComparison.Ordinal));
    }

    private static async Task CheckOrdersAsync(TestStack stack, string url)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, HttpMethod.Get, $"{url}/guarded"));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, HttpMethod.Get, $"{url}/guarded", "wrong"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, HttpMethod.Get, $"{url}/guarded", "right"));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, HttpMethod.Post, $"{url}/open"));
        Assert.Equal(HttpStatusCode.TooManyRequests, await StatusAsync(stack, HttpMethod.Get, $"{url}/rare"));
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{url}/guarded");
        var allowed = await stack.Http.SendAsync(preflight);
        Assert.Equal(HttpStatusCode.OK, allowed.StatusCode);
        Assert.Equal("https://shop.example", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("GET,OPTIONS", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Equal("authorization", Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Headers")));
    }

    private static async Task CheckUrlsAsync(TestStack stack)
    {
        var echoed = await stack.GetJsonAsync($"{stack.Output("Url")}a/b?x=1");
        Assert.Equal("2.0", echoed.GetProperty("version").GetString());
        Assert.Equal("$default", echoed.GetProperty("routeKey").GetString());
        Assert.Equal("/a/b", echoed.GetProperty("rawPath").GetString());
        Assert.EndsWith(".lambda-url.us-east-1.on.aws", echoed.GetProperty("requestContext").GetProperty("domainName").GetString());
        Assert.Equal("anonymous", echoed.GetProperty("requestContext").GetProperty("accountId").GetString());
        using var preflight = new HttpRequestMessage(HttpMethod.Options, stack.Output("Url")) { Headers = { { "Origin", "https://shop.example" }, { "Access-Control-Request-Method", "GET" } } };
        var allowed = await stack.Http.SendAsync(preflight);
        Assert.Equal((HttpStatusCode.NoContent, "GET"), (allowed.StatusCode, Assert.Single(allowed.Headers.GetValues("Access-Control-Allow-Methods"))));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, HttpMethod.Get, stack.Output("SignedUrl")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, HttpMethod.Get, stack.Output("SignedUrl"), "AWS4-HMAC-SHA256 Credential=any/20260102/us-east-1/lambda/aws4_request, SignedHeaders=host, Signature=x"));
    }

    private static async Task<HttpStatusCode> StatusAsync(TestStack stack, HttpMethod method, string url, string? token = null)
    {
        using var request = new HttpRequestMessage(method, url);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return (await stack.Http.SendAsync(request)).StatusCode;
    }
}
