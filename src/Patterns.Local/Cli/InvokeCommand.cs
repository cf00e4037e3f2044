using System.CommandLine;
using Patterns.Local.Cli.Output;
using Patterns.Local.Functions;
using Patterns.Local.Stacks;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli;

/// <summary><c>patterns invoke</c>: runs one function once, among the resources of its stack.</summary>
internal static class InvokeCommand
{
    private static readonly Argument<string> s_function = new("function") { Description = "The function's name in the template" };
    private static readonly Option<string> s_event = new("--event") { Description = "A file with the event as JSON, or - for the standard input", HelpName = "file|-", Required = true };
    private static readonly Option<string> s_template = new("--template") { Description = "The template or its folder", DefaultValueFactory = _ => "." };

    public static Command Create()
    {
        var command = new Command("invoke", "Runs one function once: its result goes to the standard output, its log to the standard error.")
        {
            s_function, s_event, s_template,
        };
        command.SetAction((parsed, stop) => RunAsync(parsed.GetRequiredValue(s_function), parsed.GetRequiredValue(s_event), parsed.GetRequiredValue(s_template), stop));
        return command;
    }

    private static async Task<int> RunAsync(string function, string eventFile, string template, CancellationToken stop)
    {
        var screen = Screens.Error();
        var model = TemplateReader.Read(template, TemplateParameters.None);
        var name = AttachedFunctions.Find(model, function).LogicalId;
        var payload = await EventFile.ReadAsync(eventFile, stop).ConfigureAwait(false);
        using var logs = WorkFolders.TakeLogs(model.TemplateDirectory);
        var log = new InvocationLog(screen, TimeProvider.System, showsFunctionLines: true, stop);
        await using (log.ConfigureAwait(false))
        {
            var options = new RunnerOptions { Stack = model, Port = 0, Console = log, LogDirectory = logs.Directory, Progress = what => screen.Line(new Piece($"{what} ...", Tone.Quiet)) };
            var runner = await Runner.StartAsync(options, stop).ConfigureAwait(false);
            await using (runner.ConfigureAwait(false))
            {
                log.Knows(runner.Stack);
                return await InvokeAsync(runner, name, payload, stop).ConfigureAwait(false);
            }
        }
    }

    private static async Task<int> InvokeAsync(Runner runner, string logicalId, ReadOnlyMemory<byte> payload, CancellationToken stop)
    {
        var name = runner.Stack.Resources.First(item => item.LogicalId == logicalId).Resource.Ref;
        var result = await runner.Account.Functions.InvokeAsync(name, payload, InvocationOptions.None, stop).ConfigureAwait(false);
        using var output = Console.OpenStandardOutput();
        await output.WriteAsync(result.Payload, stop).ConfigureAwait(false);
        await output.WriteAsync("\n"u8.ToArray(), stop).ConfigureAwait(false);
        return result.Succeeded ? ExitCodes.Success : ExitCodes.FunctionFailed;
    }
}
