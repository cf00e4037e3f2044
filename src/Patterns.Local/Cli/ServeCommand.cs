using System.CommandLine;
using Patterns.Local.Cli.Output;
using Patterns.Local.Stacks;

namespace Patterns.Local.Cli;

/// <summary><c>patterns serve</c>: the endpoint alone; clients create what they need.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Starts the AWS endpoint without a template.") { CommonOptions.Port, CommonOptions.ReadyFile, CommonOptions.ShardLimits };
        command.SetAction((parsed, stop) => RunAsync(parsed, Screens.Standard(), stop));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, IScreen screen, CancellationToken stop)
    {
        var log = new InvocationLog(screen, TimeProvider.System, showsFunctionLines: false, stop);
        await using (log.ConfigureAwait(false))
        {
            var options = new RunnerOptions
            {
                Port = parsed.GetValue(CommonOptions.Port) ?? RunnerOptions.DefaultPort,
                LimitsShards = parsed.GetValue(CommonOptions.ShardLimits),
                Console = log,
            };
            var runner = await Runner.StartAsync(options, stop).ConfigureAwait(false);
            await using (runner.ConfigureAwait(false))
            {
                EndpointReport.Write(screen, runner);
                screen.Line(new Piece("Ctrl-C stops it.", Tone.Quiet));
                ReadyFile.Write(parsed.GetValue(CommonOptions.ReadyFile), runner);
                await StopWaiting.UntilAsync(stop).ConfigureAwait(false);
                return ExitCodes.Success;
            }
        }
    }
}
