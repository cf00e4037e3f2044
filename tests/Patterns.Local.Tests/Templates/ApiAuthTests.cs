namespace Patterns.Local.Tests.Templates;

/// <summary>What SAM makes of <c>Auth</c>, and what nobody can make anything of.</summary>
public sealed class ApiAuthTests
{
    private const string Authorizers = "Authorizers: { A: { AuthorizationScopes: [read], JwtConfiguration: { issuer: https://issuer.example, audience: [a] } } }";
    private const string RestAuthorizers = "Authorizers: { A: { FunctionArn: !GetAtt F.Arn } }";

    [Theory]
    [InlineData("HttpApi", "Auth: !Ref Q", "", "template.yaml:4:", "'Auth' of resource 'Api' is an expression")]
    [InlineData("HttpApi", "Auth: { DefaultAuthorizer: !Ref Q }", "", "template.yaml:4:", "'Auth.DefaultAuthorizer' of resource 'Api' is an expression")]
    [InlineData("HttpApi", "Auth: { DefaultAuthorizer: A, " + Authorizers + " }", "Auth: !Ref Q", "template.yaml:7:", "'Auth' of event 'E' is an expression")]
    [InlineData("HttpApi", "Auth: { DefaultAuthorizer: A, " + Authorizers + " }", "Auth: { Authorizer: !Ref Q }", "template.yaml:7:", "'Auth.Authorizer' of event 'E' is an expression")]
    [InlineData("Api", "Auth: !Ref Q", "", "template.yaml:4:", "'Auth' of resource 'Api' is an expression")]
    [InlineData("Api", "Auth: { DefaultAuthorizer: !Ref Q }", "", "template.yaml:4:", "'Auth.DefaultAuthorizer' of resource 'Api' is an expression")]
    [InlineData("Api", "Auth: { DefaultAuthorizer: A, " + RestAuthorizers + " }", "Auth: { Authorizer: !Ref Q }", "template.yaml:7:", "'Auth.Authorizer' of event 'E' is an expression")]
    public void Auth_that_is_an_expression_is_refused_since_its_routes_would_be_open(string type, string api, string auth, string place, string message)
    {
        var errors = TemplateFolder.Errors(Template(type, api, $"Path: /a, Method: GET, {auth}"));

        Assert.Contains(errors, error => error.StartsWith(place, StringComparison.Ordinal) && error.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HttpApi", "Auth: !Ref Q", "'Auth' of resource 'ServerlessHttpApi' is an expression")]
    [InlineData("HttpApi", "Auth: x", "property 'Auth' of the API that SAM makes by itself must be a mapping, and this is 'x'")]
    [InlineData("Api", "Auth: { DefaultAuthorizer: !Ref Q }", "'Auth.DefaultAuthorizer' of resource 'ServerlessRestApi' is an expression")]
    [InlineData("Api", "Auth: { DefaultAuthorizer: [A] }", "property 'Auth.DefaultAuthorizer' of the API that SAM makes by itself must be text, and this is a list")]
    public void The_same_holds_for_the_globals_of_the_API_that_SAM_makes_by_itself(string type, string globals, string message)
    {
        var errors = TemplateFolder.Errors($$"""
            Transform: AWS::Serverless-2016-10-31
            Globals: { {{type}}: { {{globals}} } }
            Resources:
              Q: { Type: AWS::SQS::Queue }
              F:
                Type: AWS::Serverless::Function
                Properties: { CodeUri: src, Handler: "A::B::C", Runtime: dotnet10, Events: { E: { Type: {{type}}, Properties: { Path: /a, Method: GET } } } }
            """);

        Assert.Contains(errors, error => error.StartsWith("template.yaml:2:", StringComparison.Ordinal) && error.Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HttpApi", "ServerlessHttpApi", "ApiId: !Ref ServerlessHttpApi, ")]
    [InlineData("HttpApi", "ServerlessHttpApi", "")]
    [InlineData("Api", "ServerlessRestApi", "RestApiId: !Ref ServerlessRestApi, ")]
    [InlineData("Api", "ServerlessRestApi", "")]
    public void A_declared_API_that_SAM_would_replace_takes_no_events(string type, string id, string reference)
    {
        var errors = TemplateFolder.Errors($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F:
                Type: AWS::Serverless::Function
                Properties: { CodeUri: src, Handler: "A::B::C", Runtime: dotnet10, Events: { E: { Type: {{type}}, Properties: { {{reference}}Path: /a, Method: GET } } } }
              {{id}}: { Type: AWS::Serverless::{{type}}, Properties: { StageName: live, Auth: { DefaultAuthorizer: AWS_IAM } } }
            """);

        var error = Assert.Single(errors);
        Assert.StartsWith("template.yaml:5:", error);
        Assert.EndsWith($"event 'E' leads to '{id}', which SAM makes by itself in place of the declared one; give the declared API another logical id", error);
    }

    [Theory]
    [InlineData("AuthorizationScopes: []", """["read"]""")]
    [InlineData("Authorizer: A, AuthorizationScopes: []", """["read"]""")]
    [InlineData("AuthorizationScopes: [write]", """["write"]""")]
    public void Scopes_of_the_authorizer_hold_unless_the_event_has_some(string auth, string scopes)
    {
        var model = TemplateFolder.Read(Template("HttpApi", $"Auth: {{ DefaultAuthorizer: A, {Authorizers} }}", $"Path: /a, Method: GET, Auth: {{ {auth} }}"));

        Assert.Equal(scopes, TemplateFolder.Property(model, "FERoute", "AuthorizationScopes")?.ToJsonString());
    }

    [Fact]
    public void Scopes_that_no_authorizer_asks_for_are_a_mistake()
    {
        var errors = TemplateFolder.Errors(Template("HttpApi", $"Auth: {{ {Authorizers} }}", "Path: /a, Method: GET, Auth: { AuthorizationScopes: [read] }"));

        Assert.EndsWith("event 'E' has 'Auth' without an 'Authorizer', and the API 'Api' has no default one; name one of its authorizers", Assert.Single(errors));
    }

    [Theory]
    [InlineData("HttpApi", "OPTIONS", Authorizers, "", null)]
    [InlineData("HttpApi", "options", Authorizers, "", null)]
    [InlineData("HttpApi", "OPTIONS", Authorizers, "Auth: { AuthorizationScopes: [write] }", "JWT")]
    [InlineData("HttpApi", "OPTIONS", Authorizers, "Auth: { Authorizer: A }", "JWT")]
    [InlineData("HttpApi", "ANY", Authorizers, "", "JWT")]
    [InlineData("Api", "OPTIONS", RestAuthorizers, "", "CUSTOM")]
    [InlineData("Api", "OPTIONS", "AddDefaultAuthorizerToCorsPreflight: false, " + RestAuthorizers, "", null)]
    [InlineData("Api", "OPTIONS", "AddDefaultAuthorizerToCorsPreflight: false, " + RestAuthorizers, "Auth: { Authorizer: A }", "CUSTOM")]
    [InlineData("Api", "GET", "AddDefaultAuthorizerToCorsPreflight: false, " + RestAuthorizers, "", "CUSTOM")]
    public void Preflights_go_without_the_default_authorizer_where_SAM_leaves_it_out(string type, string method, string auth, string own, string? expected)
    {
        var model = TemplateFolder.Read(Template(type, $"Auth: {{ DefaultAuthorizer: A, {auth} }}", $"Path: /a, Method: {method}, {own}"));

        Assert.Equal(expected, (string?)TemplateFolder.Property(model, type == "Api" ? "FEMethod" : "FERoute", "AuthorizationType"));
    }

    private static string Template(string type, string api, string item) => $$"""
        Transform: AWS::Serverless-2016-10-31
        Resources:
          Q: { Type: AWS::SQS::Queue }
          Api: { Type: AWS::Serverless::{{type}}, Properties: { StageName: live, {{api}} } }
          F:
            Type: AWS::Serverless::Function
            Properties: { CodeUri: src, Handler: "A::B::C", Runtime: dotnet10, Events: { E: { Type: {{type}}, Properties: { {{(type == "Api" ? "RestApiId" : "ApiId")}}: !Ref Api, {{item}} } } } }
        """;
}
