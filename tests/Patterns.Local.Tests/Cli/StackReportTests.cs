using System.Globalization;
using Patterns.Local.Cli;
using Patterns.Local.Cli.Output;
using Patterns.Local.Tests.Functions;
using Patterns.Local.Tests.Stacks;

namespace Patterns.Local.Tests.Cli;

public sealed class StackReportTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Fact]
    public async Task Routes_methods_and_function_URLs_are_listed()
    {
        await using var stack = await TestStack.StartAsync($$"""
            Transform: AWS::Serverless-2016-10-31
            Resources:
              Echo:
                Type: AWS::Serverless::Function
                Properties:
                  CodeUri: {{functions.Plain("Echo").Directory}}
                  Runtime: dotnet10
                  Handler: Fixtures.Plain::Fixtures.Plain.Web::Event
                  FunctionUrlConfig: { AuthType: NONE }
                  Events:
                    Http: { Type: HttpApi, Properties: { Path: /a, Method: GET } }
                    Rest: { Type: Api, Properties: { Path: "/items/{id}", Method: get } }
            Outputs:
              Url: { Value: !GetAtt EchoUrl.FunctionUrl }
            """);
        using var text = new StringWriter(CultureInfo.InvariantCulture);

        new StackReport(new PlainScreen(text), stack.Model!, stack.Runner, [], "logs").Write(TimeSpan.Zero);

        var lines = text.ToString().ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("  Routes     GET /a -> Echo", lines);
        Assert.Contains("  Methods    GET /items/{id} -> Echo", lines);
        Assert.Contains($"  URLs       EchoUrl  {stack.Output("Url")}", lines);
    }
}
