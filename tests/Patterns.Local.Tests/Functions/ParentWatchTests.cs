using System.Diagnostics;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Runtime;

namespace Patterns.Local.Tests.Functions;

/// <summary>What becomes of a function's process when the runner is killed: the other end of its standard input closes.</summary>
public sealed class ParentWatchTests(FixtureFunctions functions) : IClassFixture<FixtureFunctions>
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_process_ends_with_the_runner_even_in_the_middle_of_an_invocation(bool executable)
    {
        var package = executable ? functions.Executable() : functions.Plain("Misbehaves", "Hang");
        await using var harness = await RunnerHarness.StartAsync(package with { Definition = package.Definition with { Attached = true } });
        using var process = Start(harness, package);
        var invoking = harness.InvokeAsync();
        var said = await process.StandardOutput.ReadLineAsync();

        process.StandardInput.Close();
        await process.WaitForExitAsync();

        Assert.EndsWith(executable ? "serving " + said!.Split(' ')[^1] : "hanging", said);
        _ = invoking;
    }

    private static Process Start(RunnerHarness harness, FunctionPackage package)
    {
        var host = new FunctionRunnerOptions { LogDirectory = harness.Logs }.HostPath;
        var command = LaunchCommand.For(package, host);
        var start = new ProcessStartInfo(command.FileName, command.Arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        new ProcessVariables(harness.Aws, package, command, host).WriteTo(start.Environment, RuntimeSessions.AttachedId("fn"), "stream");
        return Process.Start(start)!;
    }
}
