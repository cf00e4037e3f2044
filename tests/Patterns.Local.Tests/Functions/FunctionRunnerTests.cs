using System.Text;
using System.Text.Json;
using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Functions;

public sealed class FunctionRunnerTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Theory]
    [InlineData("Handle")]
    [InlineData("HandleStatic")]
    public async Task A_stream_handler_gets_its_event_and_returns_its_reply(string method)
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo", method));

        var result = await harness.InvokeAsync("""{"n":1}""");

        Assert.Equal("""{"n":1}""", Text(result));
        Assert.Null(result.FunctionError);
        Assert.Equal("$LATEST", result.ExecutedVersion);
    }

    [Fact]
    public async Task A_handler_without_parameters_and_result_answers_with_nothing()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo", "Nothing"));

        Assert.Equal("", Text(await harness.InvokeAsync()));
    }

    [Fact]
    public async Task One_process_serves_one_invocation_after_the_other()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo", "Count"));

        var first = await harness.InvokeJsonAsync();
        var second = await harness.InvokeJsonAsync();

        Assert.Equal(2, second.GetProperty("count").GetInt32());
        Assert.Equal(first.GetProperty("pid").GetInt32(), second.GetProperty("pid").GetInt32());
    }

    [Fact]
    public async Task Only_the_first_invocation_of_a_process_reports_its_initialisation()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo"));

        await harness.InvokeAsync();
        await harness.InvokeAsync();

        Assert.Equal([true, false], harness.Console.Reports.Select(report => report.InitDuration is not null));
    }

    [Fact]
    public async Task An_exception_becomes_the_error_that_the_managed_runtime_reports()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Throws"));

        var result = await harness.InvokeAsync();

        var error = JsonElement.Parse(result.Payload.Span);
        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("InvalidOperationException", error.GetProperty("errorType").GetString());
        Assert.Equal("boom", error.GetProperty("errorMessage").GetString());
        Assert.Contains("Fixtures.Plain.Throws.Handle", error.GetProperty("stackTrace")[0].GetString());
        Assert.Equal("the \"inner\" reason", error.GetProperty("cause").GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task An_aggregate_exception_lists_all_its_causes()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Throws", "Many"));

        var error = await harness.InvokeJsonAsync();

        Assert.Equal(["TimeoutException", "NotSupportedException"], error.GetProperty("causes").EnumerateArray().Select(cause => cause.GetProperty("errorType").GetString()));
    }

    [Fact]
    public async Task A_function_that_takes_too_long_is_killed_with_its_children()
    {
        await using var harness = await RunnerHarness.StartAsync(WithTimeout(functions.Plain("Misbehaves", "StartChildAndHang"), seconds: 2));

        var result = await harness.InvokeAsync();

        var error = JsonElement.Parse(result.Payload.Span);
        Assert.Equal("Sandbox.Timedout", error.GetProperty("errorType").GetString());
        Assert.Equal($"RequestId: {result.RequestId} Error: Task timed out after 2.00 seconds", error.GetProperty("errorMessage").GetString());
        var child = harness.LogLines().Single(line => line.Contains("child ")).Split("child ")[1];
        Assert.False(IsRunning(int.Parse(child)));
    }

    [Fact]
    public async Task A_new_process_follows_one_that_timed_out()
    {
        await using var harness = await RunnerHarness.StartAsync(WithTimeout(functions.Plain("Misbehaves", "Hang"), seconds: 1));

        await harness.InvokeAsync();
        var second = await harness.InvokeJsonAsync();

        Assert.Equal("Sandbox.Timedout", second.GetProperty("errorType").GetString());
        Assert.All(harness.Console.Reports, report => Assert.NotNull(report.InitDuration));
        Assert.Equal(2, harness.LogLines().Count(line => line.Contains("Task timed out after 1.00 seconds")));
    }

    [Theory]
    [InlineData("Exit", "Runtime exited with error: exit status 3")]
    [InlineData("CrashInBackground", "Runtime exited with error: signal: aborted")]
    public async Task A_process_that_ends_in_the_middle_fails_its_invocation(string method, string reason)
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Misbehaves", method));

        var result = await harness.InvokeAsync();

        var error = JsonElement.Parse(result.Payload.Span);
        Assert.Equal("Runtime.ExitError", error.GetProperty("errorType").GetString());
        Assert.Equal($"RequestId: {result.RequestId} Error: {reason}", error.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_crash_leaves_its_last_words_in_the_log()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Misbehaves", "CrashInBackground"));

        await harness.InvokeAsync();

        Assert.Contains(harness.LogLines(), line => line.Contains("nobody catches this"));
    }

    [Fact]
    public async Task A_constructor_that_throws_is_tried_again_and_then_fails_the_invocation()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("FailsToStart"));

        var result = await harness.InvokeAsync();

        Assert.Equal("Unhandled", result.FunctionError);
        Assert.Equal("NotSupportedException", JsonElement.Parse(result.Payload.Span).GetProperty("errorType").GetString());
        Assert.Contains(harness.LogLines(), line => line.StartsWith("INIT_REPORT") && line.EndsWith("Status: error\tError Type: NotSupportedException"));
    }

    [Fact]
    public async Task A_process_that_ends_while_it_starts_fails_the_invocation()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("ExitsAtStart"));

        var error = await harness.InvokeJsonAsync();

        Assert.Equal("Runtime.ExitError", error.GetProperty("errorType").GetString());
        Assert.EndsWith("exit status 7", error.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_start_that_takes_too_long_is_repeated_inside_the_invocation()
    {
        var marker = Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("N"));
        var package = functions.Plain("StartsSlowly");
        package = package with { Definition = package.Definition with { Environment = new Dictionary<string, string> { ["MARKER_FILE"] = marker } } };
        await using var harness = await RunnerHarness.StartAsync(package, settings => settings.InitTimeout = TimeSpan.FromSeconds(1));

        Assert.Equal("{}", Text(await harness.InvokeAsync()));
        Assert.Contains(harness.LogLines(), line => line.StartsWith("INIT_REPORT") && line.EndsWith("Status: timeout"));
        File.Delete(marker);
    }

    [Fact]
    public async Task Ten_megabytes_of_log_reach_the_file_and_not_the_console()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Misbehaves", "WriteTenMegabytes"));

        var result = await harness.InvokeAsync(options: new InvocationOptions { WantsLogTail = true });

        var lines = harness.LogLines();
        Assert.Equal(100_001 + 3, lines.Length);
        Assert.EndsWith("the last line", lines[^3]);
        Assert.InRange(harness.Console.Lines.Count, 1, 300);
        Assert.Equal(4096, result.LogTail.Length);
        Assert.Contains("the last line", Encoding.UTF8.GetString(result.LogTail.Span));
    }

    [Fact]
    public async Task A_reply_above_six_megabytes_is_an_error()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Misbehaves", "ReturnTooMuch"));

        var error = await harness.InvokeJsonAsync();

        Assert.Equal("Function.ResponseSizeTooLarge", error.GetProperty("errorType").GetString());
        Assert.Equal("Response payload size exceeded maximum allowed payload size (6291556 bytes).", error.GetProperty("errorMessage").GetString());
    }

    [Fact]
    public async Task A_reply_of_six_megabytes_is_returned()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Misbehaves", "ReturnTheMost"));

        Assert.Equal(6 * 1024 * 1024, (await harness.InvokeAsync()).Payload.Length);
    }

    [Fact]
    public async Task An_event_above_six_megabytes_is_refused()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo"));

        var refused = await Assert.ThrowsAsync<AwsException>(() => harness.InvokeAsync(new string('1', (6 * 1024 * 1024) + 1)));

        Assert.Equal(("RequestTooLargeException", 413), (refused.Code, refused.Status));
        Assert.Equal("6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)", refused.Message);
    }

    [Fact]
    public async Task An_unknown_function_is_named_in_the_error()
    {
        await using var harness = await RunnerHarness.StartAsync();

        var unknown = await Assert.ThrowsAsync<AwsException>(() => harness.InvokeAsync());

        Assert.Equal(("ResourceNotFoundException", 404), (unknown.Code, unknown.Status));
        Assert.Equal("Function not found: arn:aws:lambda:us-east-1:000000000000:function:fn", unknown.Message);
    }

    [Fact]
    public async Task The_log_frames_each_invocation_and_prefixes_each_line()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Throws"));

        var result = await harness.InvokeAsync();

        var lines = harness.LogLines();
        Assert.Equal($"START RequestId: {result.RequestId} Version: $LATEST", lines[0]);
        Assert.Matches($@"^\d{{4}}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{{3}}Z\t{result.RequestId}\tinfo\tabout to fail$", lines[1]);
        Assert.Matches($@"\t{result.RequestId}\tfail\tSystem.InvalidOperationException: boom$", lines[2]);
        Assert.Equal($"END RequestId: {result.RequestId}", lines[^2]);
        Assert.Matches($@"^REPORT RequestId: {result.RequestId}\tDuration: [\d.]+ ms\tBilled Duration: \d+ ms\tMemory Size: 128 MB\tMax Memory Used: [1-9]\d* MB\tInit Duration: [\d.]+ ms$", lines[^1]);
    }

    [Fact]
    public async Task Invocations_at_the_same_time_run_in_processes_of_their_own()
    {
        await using var harness = await RunnerHarness.StartAsync(WithTimeout(functions.Plain("Misbehaves", "Hang"), seconds: 3));

        await Task.WhenAll(harness.InvokeAsync(), harness.InvokeAsync());

        Assert.All(harness.Console.Reports, report => Assert.NotNull(report.InitDuration));
    }

    [Fact]
    public async Task Invocations_beyond_the_processes_of_this_machine_wait()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo", "Count"), settings => settings.Processes = 1);

        var all = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => harness.InvokeJsonAsync()));

        Assert.Equal(Enumerable.Range(1, 20), all.Select(reply => reply.GetProperty("count").GetInt32()).Order());
    }

    [Fact]
    public async Task A_function_at_its_reserved_concurrency_is_throttled()
    {
        var package = functions.Plain("Echo");
        await using var harness = await RunnerHarness.StartAsync(package with { Definition = package.Definition with { ReservedConcurrency = 1 } });

        var first = harness.InvokeAsync();
        var throttled = await Assert.ThrowsAsync<AwsException>(() => harness.InvokeAsync());

        Assert.Equal(("TooManyRequestsException", 429, "ReservedFunctionConcurrentInvocationLimitExceeded"), (throttled.Code, throttled.Status, throttled.Reason));
        await first;
        await harness.InvokeAsync();
    }

    [Fact]
    public async Task A_process_without_work_is_stopped()
    {
        await using var harness = await RunnerHarness.StartAsync(functions.Plain("Echo", "Count"), settings => settings.IdleTimeout = TimeSpan.FromMilliseconds(1));

        var pid = (await harness.InvokeJsonAsync()).GetProperty("pid").GetInt32();

        await Eventually.BecomesTrueAsync(() => !IsRunning(pid));
    }

    [Fact]
    public async Task Stopping_the_runner_leaves_no_process_behind()
    {
        var harness = await RunnerHarness.StartAsync(functions.Plain("Echo", "Count"));
        var pid = (await harness.InvokeJsonAsync()).GetProperty("pid").GetInt32();

        await harness.DisposeAsync();

        Assert.False(IsRunning(pid));
    }

    [Fact]
    public async Task A_process_sees_the_variables_of_lambda_and_of_its_function_only()
    {
        var package = functions.Plain("Echo", "Variables");
        package = package with { Definition = package.Definition with { Environment = new Dictionary<string, string> { ["TABLE"] = "orders", ["AWS_REGION"] = "mars" } } };
        await using var harness = await RunnerHarness.StartAsync(package);

        var variables = await harness.InvokeJsonAsync();

        Assert.Equal("orders", variables.GetProperty("TABLE").GetString());
        Assert.Equal("us-east-1", variables.GetProperty("AWS_REGION").GetString());
        Assert.Equal(harness.Aws.Endpoint, variables.GetProperty("AWS_ENDPOINT_URL").GetString());
        Assert.Equal("fn", variables.GetProperty("AWS_LAMBDA_FUNCTION_NAME").GetString());
        Assert.Equal(package.Definition.Handler, variables.GetProperty("_HANDLER").GetString());
        Assert.False(variables.TryGetProperty("DOTNET_CLI_TELEMETRY_OPTOUT", out _));
        Assert.False(variables.TryGetProperty("PATTERNS_PARENT_WATCH", out _));
    }

    private static string Text(InvocationResult result) => Encoding.UTF8.GetString(result.Payload.Span);

    private static FunctionPackage WithTimeout(FunctionPackage package, int seconds) =>
        package with { Definition = package.Definition with { Timeout = TimeSpan.FromSeconds(seconds) } };

    private static bool IsRunning(int pid)
    {
        try
        {
            using var process = System.Diagnostics.Process.GetProcessById(pid);
            return !process.HasExited && !IsZombie(pid);
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    // In a container nobody may collect the child of a killed process.
    private static bool IsZombie(int pid)
    {
        var status = $"/proc/{pid}/stat";
        return File.Exists(status) && File.ReadAllText(status).Contains(") Z ");
    }
}
