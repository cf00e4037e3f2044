using System.Net;
using System.Net.WebSockets;
using System.Text;
using Patterns.Local.Templates;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Stacks;

namespace Patterns.Local.Tests.WebSockets;

public sealed class SocketStackTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    private string Plain => functions.Plain("Echo").Directory;

    [Fact]
    public async Task A_client_talks_with_functions_and_is_talked_to_until_the_runner_stops()
    {
        using var client = new ClientWebSocket();
        await using (var stack = await TestStack.StartAsync(Template()))
        {
            await client.ConnectAsync(new Uri($"{stack.Output("Url")}?token=good"), CancellationToken.None);

            var reply = (await AskAsync(client, """{"action":"say"}""")).Split(' ');
            Assert.Equal(["say", """{"action":"say"}"""], reply[..2]);
            Assert.StartsWith("""{"message": "Internal server error", "connectionId":""", await AskAsync(client, "fail"));

            var connection = $"{stack.Output("Callback")}/@connections/{Uri.EscapeDataString(reply[2])}";
            var posted = await stack.Http.PostAsync(connection, new ByteArrayContent("hello"u8.ToArray()));
            Assert.Equal((HttpStatusCode.OK, "hello"), (posted.StatusCode, await ReceiveAsync(client)));
            Assert.StartsWith("""{"connectedAt":""", await stack.Http.GetStringAsync(connection));
        }

        Assert.Equal("1001 Going away", await ReceiveAsync(client));
    }

    [Fact]
    public async Task Who_is_not_let_in_has_the_status_and_foreign_hosts_and_pages_are_refused()
    {
        await using var stack = await TestStack.StartAsync(Template());

        Assert.Equal(HttpStatusCode.Unauthorized, await RefusalAsync(stack.Output("Url")));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync($"{stack.Output("Url")}?token=bad"));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync($"{stack.Output("Url")}?token=good", ("Host", "attacker.example")));
        Assert.Equal(HttpStatusCode.Forbidden, await RefusalAsync($"{stack.Output("Url")}?token=good", ("Origin", "https://attacker.example")));
        Assert.Equal(0, stack.Runner.Account.Sockets.ConnectionCount);
    }

    [Fact]
    public async Task Addresses_are_local_in_outputs_and_variables()
    {
        await using var stack = await TestStack.StartAsync(Template());

        var api = $"{stack.Runner.Endpoint}/_api/{stack.Output("Id")}";
        Assert.Equal($"{api.Replace("http:", "ws:", StringComparison.Ordinal)}/live", stack.Output("Url"));
        Assert.Equal($"{api}/live", stack.Output("Callback"));
        Assert.Equal(api.Replace("http:", "ws:", StringComparison.Ordinal), stack.Output("Endpoint"));
        Assert.Equal($"{api}/live", stack.Runner.Account.Lambda.Functions.Find(stack.Output("Function")).Definition.Environment["CALLBACK"]);
        Assert.Equal("live", stack.Output("Stage"));
    }

    [Fact]
    public async Task A_template_of_plain_resources_works_as_well()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Function: { Type: AWS::Serverless::Function, Properties: { CodeUri: {{Plain}}, Runtime: dotnet10, Timeout: 20, Handler: "Fixtures.Plain::Fixtures.Plain.Sockets::Route" } }
              Api: { Type: AWS::ApiGatewayV2::Api, Properties: { Name: chat, ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.action } }
              Integration:
                Type: AWS::ApiGatewayV2::Integration
                Properties: { ApiId: !Ref Api, IntegrationType: AWS_PROXY, IntegrationUri: !Sub "arn:aws:apigateway:${AWS::Region}:lambda:path/2015-03-31/functions/${Function.Arn}/invocations" }
              Default:
                Type: AWS::ApiGatewayV2::Route
                Properties: { ApiId: !Ref Api, RouteKey: $default, RouteResponseSelectionExpression: $default, Target: !Sub "integrations/${Integration}" }
              Response: { Type: AWS::ApiGatewayV2::RouteResponse, Properties: { ApiId: !Ref Api, RouteId: !Ref Default, RouteResponseKey: $default } }
              Deployment: { Type: AWS::ApiGatewayV2::Deployment, DependsOn: Default, Properties: { ApiId: !Ref Api } }
              Stage: { Type: AWS::ApiGatewayV2::Stage, Properties: { ApiId: !Ref Api, StageName: prod, DeploymentId: !Ref Deployment } }
            Outputs:
              Url: { Value: !Sub "${Api.ApiEndpoint}/${Stage}" }
            """);
        using var client = new ClientWebSocket();
        await client.ConnectAsync(new Uri(stack.Output("Url")), CancellationToken.None);

        Assert.StartsWith("$default hi ", await AskAsync(client, "hi"));
    }

    [Fact]
    public async Task Throttles_of_stage_and_route_hold()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Function: { Type: AWS::Serverless::Function, Properties: { CodeUri: {{Plain}}, Runtime: dotnet10, Timeout: 20, Handler: "Fixtures.Plain::Fixtures.Plain.Sockets::Route" } }
              Api:
                Type: AWS::Serverless::WebSocketApi
                Properties:
                  RouteSelectionExpression: $request.body.action
                  DefaultRouteSettings: { ThrottlingBurstLimit: 1, ThrottlingRateLimit: 0 }
                  RouteSettings: { say: { ThrottlingBurstLimit: 0, ThrottlingRateLimit: 0 } }
                  Routes:
                    $default: { FunctionArn: !GetAtt Function.Arn, RouteResponseSelectionExpression: $default }
                    say: { FunctionArn: !GetAtt Function.Arn, RouteResponseSelectionExpression: $default }
            Outputs:
              Url: { Value: !Sub "wss://${Api}.execute-api.${AWS::Region}.amazonaws.com/default" }
            """);
        using var client = new ClientWebSocket();
        await client.ConnectAsync(new Uri(stack.Output("Url")), CancellationToken.None);

        Assert.StartsWith("$default hi ", await AskAsync(client, "hi"));
        Assert.StartsWith("""{"message": "Too Many Requests", "connectionId":""", await AskAsync(client, "hi"));
        Assert.StartsWith("""{"message": "Too Many Requests", "connectionId":""", await AskAsync(client, """{"action":"say"}"""));
    }

    [Theory]
    [InlineData("Body: {openapi: 3.0.1}", "'Body' is for HTTP APIs, and this is a WebSocket API; give it its routes as resources of their own")]
    [InlineData("CorsConfiguration: {AllowOrigins: ['*']}", "'CorsConfiguration' is for HTTP APIs, and this is a WebSocket API")]
    public async Task What_only_HTTP_APIs_have_is_refused(string property, string message)
    {
        var failure = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($$"""
            Resources:
              Api: { Type: AWS::ApiGatewayV2::Api, Properties: { ProtocolType: WEBSOCKET, RouteSelectionExpression: $request.body.a, {{property}} } }
            """));

        Assert.EndsWith($": {message}", failure.Message);
    }

    [Theory]
    [InlineData("RouteSelectionExpression: nothing, Routes: {}", "'nothing' is no route selection expression that looks into the body, such as '$request.body.action'")]
    [InlineData("RouteSelectionExpression: $request.body.a, StageName: $default, Routes: {}", "'$default' is no stage of a WebSocket API; letters, digits, '_' and '-' make a name; $default is for HTTP APIs")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {AuthType: AWS_IAM}, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'AuthorizationType' is AWS_IAM, and only CUSTOM is emulated yet for WebSocket APIs")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {AuthType: CUSTOM, AuthArn: !GetAtt F.Arn, IdentitySource: [route.request.querystrings.token]}, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'route.request.querystrings.token' is no identity source of a WebSocket API; take a header, a query parameter or a stage variable, as in 'route.request.querystring.token'")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {AuthType: CUSTOM, AuthArn: !GetAtt F.Arn, IdentitySource: !GetAtt F.Arn}, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'IdentitySource' must be a list")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {AuthArn: !GetAtt F.Arn}, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'Auth' of resource 'Api' has no 'AuthType'; say AuthType: CUSTOM with an 'AuthArn', or NONE")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {IdentitySource: [route.request.querystring.token]}, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'Auth' of resource 'Api' has no 'AuthType'; say AuthType: CUSTOM with an 'AuthArn', or NONE")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {AuthType: NONE, AuthArn: !GetAtt F.Arn}, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'Auth' of resource 'Api' has an 'AuthArn' that 'AuthType: NONE' does not ask; say AuthType: CUSTOM")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {AuthType: CUSTOM, AuthArn: !GetAtt F.Arn}, Routes: {a: {FunctionArn: !GetAtt F.Arn}}", "'Auth' of resource 'Api' is for the route '$connect', and there is none; add the route: its authorizer is asked when a client connects")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: !GetAtt F.Arn, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'Auth' of resource 'Api' is an expression whose value is not known yet, and without it everybody might call; write it out, or take a parameter")]
    [InlineData("RouteSelectionExpression: $request.body.a, Auth: {AuthType: !GetAtt F.Arn}, Routes: {$connect: {FunctionArn: !GetAtt F.Arn}}", "'Auth.AuthType' of resource 'Api' is an expression whose value is not known yet, and without it everybody might call; write it out, or take a parameter")]
    [InlineData("RouteSelectionExpression: $request.body.a, RouteSettings: {b: {ThrottlingBurstLimit: 1}}, Routes: {a: {FunctionArn: !GetAtt F.Arn}}", "'b' of 'RouteSettings' is no route of its API; a is one")]
    [InlineData("RouteSelectionExpression: $request.body.a, Routes: {a: {FunctionArn: !GetAtt F.Arn, RouteResponseSelectionExpression: x}}", "'RouteResponseSelectionExpression' is 'x', and '$default' is its only value")]
    [InlineData("RouteSelectionExpression: $request.body.a, Routes: {a: 1}", "the route 'a' must be a mapping with the key 'FunctionArn', and this is a number")]
    [InlineData("Routes: {}", "resource 'Api' (AWS::Serverless::WebSocketApi) needs the property 'RouteSelectionExpression'")]
    public async Task Mistakes_in_a_template_are_named(string properties, string message)
    {
        var failure = await Assert.ThrowsAsync<TemplateException>(() => TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              F: { Type: AWS::Serverless::Function, Properties: { CodeUri: {{Plain}}, Runtime: dotnet10, Handler: "Fixtures.Plain::Fixtures.Plain.Sockets::Route" } }
              Api: { Type: AWS::Serverless::WebSocketApi, Properties: { {{properties}} } }
            """));

        Assert.Contains(message, failure.Message);
    }

    private string Template() => $$"""
        Transform: AWS::Serverless-2016-10-31
        Globals: { Function: { CodeUri: {{Plain}}, Runtime: dotnet10, Timeout: 20 } }
        Resources:
          Api:
            Type: AWS::Serverless::WebSocketApi
            Properties:
              RouteSelectionExpression: $request.body.action
              StageName: live
              Auth: { AuthType: CUSTOM, AuthArn: !GetAtt Authorizer.Arn, IdentitySource: [route.request.querystring.token] }
              Routes:
                $connect: { FunctionArn: !GetAtt Function.Arn }
                $disconnect: { FunctionArn: !GetAtt Function.Arn }
                $default: { FunctionArn: !GetAtt Function.Arn }
                say: { FunctionArn: !GetAtt Function.Arn, RouteResponseSelectionExpression: $default }
          Function:
            Type: AWS::Serverless::Function
            Properties:
              Handler: Fixtures.Plain::Fixtures.Plain.Sockets::Route
              Environment: { Variables: { CALLBACK: !Sub "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/${Api.Stage}" } }
          Authorizer:
            Type: AWS::Serverless::Function
            Properties: { Handler: "Fixtures.Plain::Fixtures.Plain.Sockets::Authorize" }
        Outputs:
          Url: { Value: !Sub "wss://${Api}.execute-api.${AWS::Region}.amazonaws.com/live" }
          Callback: { Value: !Sub "https://${Api}.execute-api.${AWS::Region}.amazonaws.com/live" }
          Endpoint: { Value: !GetAtt Api.ApiEndpoint }
          Id: { Value: !Ref Api }
          Stage: { Value: !Ref Api.Stage }
          Function: { Value: !GetAtt Function.Arn }
        """;

    private static async Task<HttpStatusCode> RefusalAsync(string url, params IEnumerable<(string Name, string Value)> headers)
    {
        using var client = new ClientWebSocket();
        client.Options.CollectHttpResponseDetails = true;
        foreach (var (name, value) in headers)
        {
            client.Options.SetRequestHeader(name, value);
        }

        await Assert.ThrowsAsync<WebSocketException>(() => client.ConnectAsync(new Uri(url), CancellationToken.None));
        return client.HttpStatusCode;
    }

    private static async Task<string> AskAsync(ClientWebSocket client, string message)
    {
        await client.SendAsync(Encoding.UTF8.GetBytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        return await ReceiveAsync(client);
    }

    private static async Task<string> ReceiveAsync(ClientWebSocket client)
    {
        var buffer = new byte[4096];
        var received = await client.ReceiveAsync(buffer, CancellationToken.None);
        return received.MessageType == WebSocketMessageType.Close ? $"{(int?)received.CloseStatus} {received.CloseStatusDescription}" : Encoding.UTF8.GetString(buffer, 0, received.Count);
    }
}
