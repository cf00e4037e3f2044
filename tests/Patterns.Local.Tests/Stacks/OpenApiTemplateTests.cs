using System.Net;
using Patterns.Local.Templates;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.HttpApi;
using Patterns.Local.Tests.Templates;

namespace Patterns.Local.Tests.Stacks;

/// <summary>Definitions of APIs together with what SAM says about their operations.</summary>
public sealed class OpenApiTemplateTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    private const string Integration = "x-amazon-apigateway-integration: { type: aws_proxy, payloadFormatVersion: '2.0', uri: !GetAtt Echo.Arn }";
    private const string Gate = "x-amazon-apigateway-authorizer: { type: request, identitySource: $request.header.Authorization, authorizerUri: !GetAtt Echo.Arn, authorizerPayloadFormatVersion: '2.0'";

    [Fact]
    public async Task Events_say_who_may_call_operations_of_a_definition_and_in_which_format()
    {
        await using var issuer = await LocalIssuer.StartAsync();
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
                    Known: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /known, Method: GET, PayloadFormatVersion: "1.0", Auth: { Authorizer: ByIssuer } } }
                    Scoped: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /scoped, Method: GET, TimeoutInMillis: 30000, Auth: { AuthorizationScopes: [write] } } }
                    Open: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /open, Method: GET, Auth: { Authorizer: NONE } } }
                    Quiet: { Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /quiet, Method: GET } }
              Api:
                Type: AWS::Serverless::HttpApi
                Properties:
                  Auth:
                    DefaultAuthorizer: ByIssuer
                    Authorizers: { ByIssuer: { IdentitySource: $request.header.Authorization, AuthorizationScopes: [read], JwtConfiguration: { issuer: "{{issuer.Address}}", audience: [orders] } } }
                  DefinitionBody:
                    openapi: 3.0.1
                    security: []
                    paths:
                      /known: { get: { {{Integration}} } }
                      /scoped: { get: { {{Integration}} } }
                      /open: { get: { {{Integration}} } }
                      /quiet: { get: { security: [], {{Integration}} }, options: { {{Integration}} } }
                      /written: { get: { security: [ { ByIssuer: [] } ], {{Integration}} } }
            Outputs:
              Url: { Value: !GetAtt Api.ApiEndpoint }
            """);
        var url = stack.Output("Url");

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, $"{url}/known"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, $"{url}/scoped"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, $"{url}/quiet"));
        Assert.Equal("2.0", (await stack.GetJsonAsync($"{url}/open")).GetProperty("version").GetString());
        using var preflight = new HttpRequestMessage(HttpMethod.Options, $"{url}/quiet");
        Assert.Equal(HttpStatusCode.OK, (await stack.Http.SendAsync(preflight)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, $"{url}/scoped", issuer.Token("read")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, $"{url}/scoped", issuer.Token("write")));
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(stack, $"{url}/quiet", issuer.Token("write")));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(stack, $"{url}/written", issuer.Token("write")));
        stack.Http.DefaultRequestHeaders.Authorization = new("Bearer", issuer.Token("read"));
        Assert.Equal("1.0", (await stack.GetJsonAsync($"{url}/known")).GetProperty("version").GetString());
    }

    [Fact]
    public async Task An_event_adds_no_second_security_to_an_operation()
    {
        var error = await RefusalAsync(
            "AWS::Serverless::HttpApi",
            "Auth: { Authorizers: { A: { FunctionArn: !GetAtt Echo.Arn, AuthorizerPayloadFormatVersion: '2.0' } } }, DefinitionBody: { paths: { /a: { get: { security: [ { A: [] } ], " + Integration + " } } } }",
            "Type: HttpApi, Properties: { ApiId: !Ref Api, Path: /a, Method: GET, Auth: { Authorizer: A } }");

        Assert.StartsWith("template.yaml:7:", error);
        Assert.EndsWith("the route 'GET /a' has a security of its own, and 'Auth' of an event would be a second one, of which only one is emulated yet; say it in one place", error);
    }

    [Theory]
    [InlineData("x-amazon-apigateway-auth: { type: AWS_IAM }", "", "'x-amazon-apigateway-auth' asks for AWS_IAM, which is not emulated yet")]
    [InlineData("x-amazon-apigateway-policy: { Statement: [] }", "", "'x-amazon-apigateway-policy' is not emulated yet, and without it everybody might call; leave it out, or make it depend on a condition")]
    [InlineData("", "x-amazon-apigateway-auth: { type: AWS_IAM },", "'x-amazon-apigateway-auth' asks for AWS_IAM, which is not emulated yet")]
    public async Task What_keeps_callers_out_and_is_not_emulated_is_refused(string whole, string operation, string message)
    {
        foreach (var type in new[] { "AWS::Serverless::HttpApi", "AWS::Serverless::Api" })
        {
            var error = await RefusalAsync(type, $"StageName: live, DefinitionBody: {{ {whole}{(whole.Length > 0 ? "," : "")} paths: {{ /a: {{ get: {{ {operation} {Integration} }} }} }} }}");

            Assert.StartsWith("template.yaml:8:", error);
            Assert.EndsWith(message, error);
        }
    }

    [Theory]
    [InlineData("paths: { /a: { get: { x-amazon-apigateway-integration: { type: aws_proxy, payloadFormatVersion: 3.0, uri: !GetAtt Echo.Arn } } } }", "there is no payload format 3.0; take 1.0 or 2.0")]
    [InlineData("paths: { /a: { get: { security: [ { s: [] } ], " + Integration + " } } }, components: { securitySchemes: { s: { " + Gate + ", authorizerResultTtlInSeconds: 3601 } } } }", "'authorizerResultTtlInSeconds' must be from 0 to 3600, and this is 3601")]
    [InlineData("paths: { /a: { get: { security: [ { s: [] } ], " + Integration + " } } }, components: { securitySchemes: { s: { " + Gate + ", authorizerResultTtlInSeconds: -1 } } } }", "'authorizerResultTtlInSeconds' must be from 0 to 3600, and this is -1")]
    [InlineData("paths: { /a: { get: { security: [ { s: read } ], " + Integration + " } } }, components: { securitySchemes: { s: { " + Gate + " } } } }", "the scopes of 's' must be a list")]
    public async Task Mistakes_in_a_definition_of_an_HTTP_API_are_named(string definition, string message)
    {
        var error = await RefusalAsync("AWS::Serverless::HttpApi", $"DefinitionBody: {{ {definition} }}");

        Assert.StartsWith("template.yaml:8:", error);
        Assert.EndsWith(message, error);
    }

    [Fact]
    public void Extensions_without_effect_are_listed()
    {
        var warnings = TemplateFolder.Warnings("""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Http:
                Type: AWS::Serverless::HttpApi
                Properties:
                  DefinitionBody:
                    x-amazon-apigateway-cors: { allowOrigins: ["*"] }
                    x-amazon-apigateway-importexport-version: "1.0"
                    paths:
                      /a: { get: { x-amazon-apigateway-integration: { type: aws_proxy, httpMethod: POST, uri: x, requestParameters: { overwrite:path: /b } } } }
              Rest:
                Type: AWS::ApiGateway::RestApi
                Properties:
                  Body:
                    x-amazon-apigateway-binary-media-types: ["*/*"]
                    x-amazon-apigateway-request-validators: { all: {} }
                    x-amazon-apigateway-gateway-responses: {}
                    paths:
                      /a: { get: { x-amazon-apigateway-request-validator: all, x-amazon-apigateway-integration: { type: aws_proxy, uri: x } } }
            """).ToList();

        Assert.Equal(
            [
                "7: property 'DefinitionBody.x-amazon-apigateway-cors' of resource 'Http' (AWS::Serverless::HttpApi) is not emulated yet and has no effect",
                "10: property 'DefinitionBody.paths./a.get.x-amazon-apigateway-integration.requestParameters' of resource 'Http' (AWS::Serverless::HttpApi) is not emulated yet and has no effect",
                "15: property 'Body.x-amazon-apigateway-binary-media-types' of resource 'Rest' (AWS::ApiGateway::RestApi) is not emulated yet and has no effect",
                "16: property 'Body.x-amazon-apigateway-request-validators' of resource 'Rest' (AWS::ApiGateway::RestApi) is not emulated yet and has no effect",
                "17: property 'Body.x-amazon-apigateway-gateway-responses' of resource 'Rest' (AWS::ApiGateway::RestApi) is not emulated yet and has no effect",
                "19: property 'Body.paths./a.get.x-amazon-apigateway-request-validator' of resource 'Rest' (AWS::ApiGateway::RestApi) is not emulated yet and has no effect",
            ],
            warnings.Select(warning => $"{warning.Split(':')[1]}{warning[warning.IndexOf(": ", StringComparison.Ordinal)..]}"));
    }

    [Theory]
    [InlineData("Path: /b, Method: GET", "'GET /b' is no method of the definition of the API 'Api', and SAM adds none by an event; write it into the definition")]
    [InlineData("Path: /a, Method: POST", "'POST /a' is no method of the definition of the API 'Api', and SAM adds none by an event; write it into the definition")]
    [InlineData("Path: /a, Method: GET, Auth: { OverrideApiAuth: true, Authorizer: NONE }", "'OverrideApiAuth' is not emulated; say it in the definition")]
    public async Task A_REST_API_with_a_definition_has_no_methods_by_events(string item, string message)
    {
        var error = await RefusalAsync("AWS::Serverless::Api", "StageName: live, DefinitionBody: { paths: { /a: { get: { " + Integration + " } } } }", $"Type: Api, Properties: {{ RestApiId: !Ref Api, {item} }}");

        Assert.StartsWith("template.yaml:7:", error);
        Assert.EndsWith(message, error);
    }

    [Theory]
    [InlineData("get", "Path: /a, Method: GET")]
    [InlineData("x-amazon-apigateway-any-method", "Path: /a, Method: GET")]
    [InlineData("x-amazon-apigateway-any-method", "Path: /a, Method: ANY")]
    public async Task An_event_for_a_method_of_the_definition_is_taken(string method, string item)
    {
        await using var stack = await TestStack.StartAsync(Template(
            "AWS::Serverless::Api", "StageName: live, DefinitionBody: { paths: { /a: { " + method + ": { " + Integration + " } } } }", $"Type: Api, Properties: {{ RestApiId: !Ref Api, {item} }}"));

        Assert.Contains(stack.Runner.Stack.Resources, resource => resource.LogicalId == "EchoEMethod");
    }

    [Fact]
    public async Task Definitions_that_SAM_merges_are_refused()
    {
        var error = await RefusalAsync("AWS::Serverless::Api", "StageName: live, MergeDefinitions: true, DefinitionBody: { paths: { /a: { get: { " + Integration + " } } } }");

        Assert.EndsWith("'MergeDefinitions' of resource 'Api' is not emulated; write the methods of its events into the definition", error);
    }

    [Fact]
    public async Task A_scheme_of_the_definition_and_the_default_authorizer_are_two_for_a_REST_API()
    {
        var error = await RefusalAsync(
            "AWS::Serverless::Api",
            "StageName: live, Auth: { DefaultAuthorizer: A, Authorizers: { A: { FunctionArn: !GetAtt Echo.Arn } } }, DefinitionBody: { paths: { /a: { get: { security: [ { s: [] } ], " + Integration + " } } } }");

        Assert.EndsWith("'security' has the scheme 's', to which SAM adds the default authorizer 'A', and only one is emulated yet; name an authorizer of 'Auth', or leave the default one out", error);
    }

    [Theory]
    [InlineData("", HttpStatusCode.Unauthorized)]
    [InlineData("AddDefaultAuthorizerToCorsPreflight: false,", HttpStatusCode.OK)]
    public async Task Options_of_a_REST_definition_have_the_default_authorizer_unless_SAM_leaves_it_out(string auth, HttpStatusCode status)
    {
        await using var stack = await TestStack.StartAsync(Template(
            "AWS::Serverless::Api",
            "StageName: live, Auth: { " + auth + " DefaultAuthorizer: A, Authorizers: { A: { FunctionArn: !GetAtt Echo.Arn } } }, DefinitionBody: { paths: { /a: { options: { " + Integration + " }, get: { security: [], " + Integration + " } } } }"));
        var url = $"{stack.Runner.Endpoint}/_api/{stack.Output("Id")}/live/a";
        using var preflight = new HttpRequestMessage(HttpMethod.Options, url);

        Assert.Equal(status, (await stack.Http.SendAsync(preflight)).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(stack, url));
    }

    [Theory]
    [InlineData("RouteSettings: { 'GET /b': { ThrottlingBurstLimit: 1 } }", "'GET /b' of 'RouteSettings' is no route of its API; GET /a is one")]
    [InlineData("RouteSettings: { 'GET /a': 1 }", "property 'RouteSettings.GET /a' of resource 'Api' must be a mapping, and this is '1'")]
    [InlineData("RouteSettings: { 'GET /a': { ThrottlingBurstLimit: x } }", "property 'RouteSettings.GET /a.ThrottlingBurstLimit' of resource 'Api' must be a whole number from 0 up, and this is 'x'")]
    public async Task Throttles_of_no_route_are_a_mistake(string settings, string message)
    {
        var error = await RefusalAsync("AWS::Serverless::HttpApi", settings + ", DefinitionBody: { paths: { /a: { get: { " + Integration + " } } } }");

        Assert.StartsWith("template.yaml:8:", error);
        Assert.EndsWith(message, error);
    }

    [Fact]
    public void A_misspelt_throttle_is_listed()
    {
        var warning = Assert.Single(TemplateFolder.Warnings("""
            Resources:
              Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: a, ProtocolType: HTTP } }
              Stage: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Api, StageName: a, RouteSettings: { GET /a: { ThrottlingRate: 1 } } } }
            """));

        Assert.Contains("property 'RouteSettings.GET /a.ThrottlingRate' of resource 'Stage' is not known for AWS::ApiGatewayV2::Stage and has no effect", warning);
    }

    private async Task<string> RefusalAsync(string type, string api, string item = "Type: SQS, Properties: { Queue: !GetAtt Q.Arn }")
    {
        var exception = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync(Template(type, api, item)));
        return Assert.Single(exception.Diagnostics).ToString();
    }

    private string Template(string type, string api, string item = "Type: SQS, Properties: { Queue: !GetAtt Q.Arn }") => $$"""
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Q: { Type: AWS::SQS::Queue, Properties: { VisibilityTimeout: 30 } }
          Echo:
            Type: AWS::Serverless::Function
            Properties: { CodeUri: {{functions.Plain("Echo").Directory}}, Runtime: dotnet10, Timeout: 20, Handler: "Fixtures.Plain::Fixtures.Plain.Web::Event",
              Events: { E: { {{item}} } } }
          Api: { Type: {{type}}, Properties: { {{api}} } }
        Outputs:
          Id: { Value: !Ref Api }
        """;

    private static async Task<HttpStatusCode> StatusAsync(TestStack stack, string url, string? token = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        return (await stack.Http.SendAsync(request)).StatusCode;
    }
}
