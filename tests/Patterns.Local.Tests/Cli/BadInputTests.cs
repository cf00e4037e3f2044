using System.Net;
using System.Net.Sockets;
using Patterns.Local.Tests.Functions;

namespace Patterns.Local.Tests.Cli;

public sealed class BadInputTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    private const string EmptyStack = "Resources: { Queue: { Type: AWS::SQS::Queue } }";

    [Theory]
    [InlineData("run nowhere", "nowhere: there is no such file or folder; give a template or the folder that contains it\n")]
    [InlineData("frob", "Unrecognized command or argument 'frob'.\nSee 'patterns --help'.\n")]
    [InlineData("", "Required command was not provided.\nSee 'patterns --help'.\n")]
    [InlineData("run --frob", "Unrecognized option '--frob'.\nSee 'patterns run --help'.\n")]
    [InlineData("run --port many", "--port takes a number from 0 to 65535, and this is 'many'.\nSee 'patterns run --help'.\n")]
    [InlineData("run --parameter x", "--parameter takes Name=Value, and this is 'x'.\n")]
    [InlineData("run --parameter A=1 --parameter A=2", "The parameter A is given twice.\n")]
    [InlineData("run --parameter A=1", "template.yaml: the template has no parameter 'A'; it declares none\n")]
    [InlineData("run --attach Worker", "template.yaml has no function 'Worker'; it has no functions\n")]
    [InlineData("run --demo", "--demo runs the project in the folder Demo beside the template, and there is none.\n")]
    [InlineData("run --port 0 --fault drop=1", "The fault 'drop=1' is unknown; there is kill=<count>.\n")]
    [InlineData("invoke Worker", "Option '--event' is required.\nSee 'patterns invoke --help'.\n")]
    [InlineData("invoke Worker --event -", "template.yaml has no function 'Worker'; it has no functions\n")]
    public async Task A_command_that_cannot_be_used_is_one_message_and_exit_code_2(string arguments, string message)
    {
        using var folder = new WorkFolder().With("template.yaml", EmptyStack);

        var result = await PatternsProcess.RunAsync(folder.Path, arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        Assert.Equal(new ProgramResult(2, "", message), result);
    }

    [Theory]
    [InlineData("Resources:\n  Q:\n   - [", "template.yaml:4:1: invalid YAML")]
    [InlineData("Resources: { Q: { Type: AWS::SQS::Queeue } }", "template.yaml:1:25: unknown resource type 'AWS::SQS::Queeue' of resource 'Q'; did you mean 'AWS::SQS::Queue'?\n")]
    [InlineData("Resources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: !Ref Name } } }", "template.yaml:1:67: resource or parameter 'Name' is not defined\n")]
    [InlineData("Resources:\n  A: { Type: AWS::SQS::Queue, DependsOn: B }\n  B: { Type: AWS::SQS::Queue, DependsOn: A }", "template.yaml:3:3: resources need each other in a circle: A -> B -> A; name one of them yourself instead of referring to it\n")]
    [InlineData("Resources: { Q: { Type: AWS::SQS::Queue, Properties: { QueueName: 'a b' } } }", "template.yaml:1:14: resource 'Q' (AWS::SQS::Queue) was refused: Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length\n")]
    public async Task A_mistake_in_a_template_is_shown_with_its_place(string template, string message)
    {
        using var folder = new WorkFolder().With("template.yaml", template);

        var result = await PatternsProcess.RunAsync(folder.Path, "run", "--port", "0");

        Assert.Equal(2, result.ExitCode);
        Assert.StartsWith(message, result.Error);
        Assert.DoesNotContain("   at ", result.Error);
    }

    [Fact]
    public async Task A_strict_run_refuses_what_is_not_emulated()
    {
        using var folder = new WorkFolder().With("template.yaml", "Resources: { T: { Type: AWS::DynamoDB::GlobalTable } }");

        var result = await PatternsProcess.RunAsync(folder.Path, "run", "--strict");

        Assert.Equal(new ProgramResult(2, "", "template.yaml:1:25: resource type 'AWS::DynamoDB::GlobalTable' is not emulated yet: 'T' will not exist\n"), result);
    }

    [Fact]
    public async Task A_handler_that_names_no_method_is_shown_with_what_there_is()
    {
        using var folder = new WorkFolder().With("template.yaml", FunctionTemplate(functions.Plain("Echo").Directory, "Fixtures.Plain::Fixtures.Plain.Web::Coffee"));

        var result = await PatternsProcess.RunAsync(folder.Path, "run", "--port", "0");

        Assert.Equal(
            new ProgramResult(2, "", "template.yaml:6:16: the handler 'Fixtures.Plain::Fixtures.Plain.Web::Coffee' names the method Coffee, which Fixtures.Plain.Web does not have; it has Event, Malformed, Teapot.\n"),
            result);
    }

    [Fact]
    public async Task A_project_that_does_not_compile_shows_the_errors_with_their_places()
    {
        using var folder = new WorkFolder()
            .With("template.yaml", FunctionTemplate("Code", "Code::Code.Handler::Run"))
            .With("Code/Code.csproj", "<Project Sdk=\"Microsoft.NET.Sdk\"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup></Project>")
            .With("Code/Handler.cs", "class Handler\n{\n    int Run() => missing;\n}\n");

        var result = await PatternsProcess.RunAsync(folder.Path, "run", "--port", "0");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("Code does not build:\n  Code/Handler.cs(3,18): CS0103: The name 'missing' does not exist in the current context\n", result.Error);
    }

    [Fact]
    public async Task A_port_in_use_is_named()
    {
        using var folder = new WorkFolder();
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var result = await PatternsProcess.RunAsync(folder.Path, "serve", "--port", $"{port}");

        Assert.Equal(new ProgramResult(2, "", $"Port {port} is in use by another program; choose another with --port, or let --port 0 take a free one.\n"), result);
    }

    [Theory]
    [InlineData("missing.json", "missing.json: there is no such file; --event takes a file with the event as JSON, or - for the standard input\n")]
    [InlineData("bad.json", "bad.json:2:7: the event is not JSON; write it as JSON, for example {}\n")]
    public async Task An_event_that_cannot_be_read_is_shown_with_its_place(string file, string message)
    {
        using var folder = new WorkFolder()
            .With("template.yaml", FunctionTemplate(functions.Plain("Echo").Directory, "Fixtures.Plain::Fixtures.Plain.Echo::Handle"))
            .With("bad.json", "{\n  \"a\":oops\n}");

        var result = await PatternsProcess.RunAsync(folder.Path, "invoke", "Worker", "--event", file);

        Assert.Equal(new ProgramResult(2, "", message), result);
    }

    private static string FunctionTemplate(string code, string handler) => $$"""
        Resources:
          Worker:
            Type: AWS::Serverless::Function
            Properties:
              CodeUri: {{code}}
              Handler: {{handler}}
              Runtime: dotnet10
              Timeout: 20
        Transform: AWS::Serverless-2016-10-31
        """;
}
