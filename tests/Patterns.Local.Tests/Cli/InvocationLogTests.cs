using Patterns.Local.Cli.Output;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Stacks;

namespace Patterns.Local.Tests.Cli;

public sealed class InvocationLogTests : IDisposable
{
    private static readonly ProvisionedStack s_stack = new(
        "orders",
        [
            new StackItem("Billing", "AWS::Lambda::Function", new ProvisionedResource("orders-Billing-X") { Name = "orders-Billing-X" }),
            new StackItem("Work", "AWS::SQS::Queue", new ProvisionedResource("url") { Name = "orders-Work-Y" }),
        ],
        []);

    private readonly StringWriter _text = new();

    [Fact]
    public async Task An_invocation_is_one_line_in_the_words_of_the_template()
    {
        await WriteAsync(log =>
        {
            log.Invoked(new InvocationReport("orders-Billing-X", "id", TimeSpan.FromMilliseconds(12.34)) { Origin = new InvocationOrigin("sqs orders-Work-Y", 10), InitDuration = TimeSpan.FromMilliseconds(200) });
            log.Invoked(new InvocationReport("orders-Billing-X", "id", TimeSpan.FromSeconds(2)) { ErrorType = "InvalidOperationException" });
        });

        Assert.Equal(
            """
              Billing  sqs Work   x 10      12.3 ms  ok  cold start 200 ms
              Billing  invoke             2000.0 ms  failed  InvalidOperationException

            """,
            WithoutTimes(),
            ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData("AWS::ApiGateway::Method", "http GET /orders/{id}")]
    [InlineData("AWS::ApiGatewayV2::Route", "websocket $disconnect")]
    [InlineData("AWS::Lambda::Url", "http $default")]
    public async Task There_is_room_for_the_longest_trigger_of_the_stack(string type, string trigger)
    {
        var route = new StackItem("Route", type, new ProvisionedResource("r") { Trigger = trigger });

        await WriteAsync(
            log =>
            {
                log.Invoked(new InvocationReport("orders-Billing-X", "id", TimeSpan.FromSeconds(2)) { Origin = new InvocationOrigin(trigger) });
                log.Invoked(new InvocationReport("orders-Billing-X", "id", TimeSpan.FromSeconds(2)));
            },
            stack: s_stack with { Resources = [.. s_stack.Resources, route] });

        var lines = WithoutTimes().Split('\n');
        Assert.Equal(lines[0].IndexOf("2000.0 ms", StringComparison.Ordinal), lines[1].IndexOf("2000.0 ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_notice_names_functions_as_the_template_does()
    {
        await WriteAsync(log => log.Notice("orders-Billing-X: the event was dropped."));

        Assert.Equal("note  Billing: the event was dropped.\n", _text.ToString(), ignoreLineEndingDifferences: true);
    }

    [Theory]
    [InlineData(true, "Billing | text\n")]
    [InlineData(false, "")]
    public async Task Lines_of_functions_are_shown_when_asked_for(bool isShown, string expected)
    {
        await WriteAsync(log => log.LogLine("orders-Billing-X", "text"), isShown);

        Assert.Equal(expected, _text.ToString(), ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Nothing_is_shown_after_the_run_was_stopped_but_what_is_known_only_then()
    {
        using var stop = new CancellationTokenSource();
        await WriteAsync(
            log =>
            {
                stop.Cancel();
                log.Notice("late");
                log.NoticeAtEnd("flushed");
            },
            stop: stop.Token);

        Assert.Equal("note  flushed\n", _text.ToString(), ignoreLineEndingDifferences: true);
    }

    public void Dispose() => _text.Dispose();

    private async Task WriteAsync(Action<InvocationLog> act, bool showsFunctionLines = false, ProvisionedStack? stack = null, CancellationToken stop = default)
    {
        await using var log = new InvocationLog(new PlainScreen(_text), new TestClock(), showsFunctionLines, stop);
        log.Knows(stack ?? s_stack);
        act(log);
    }

    private string WithoutTimes() => string.Join('\n', _text.ToString().ReplaceLineEndings("\n").Split('\n').Select(line => line.Length > 12 ? line[12..] : line));
}
