using Patterns.Local.Cli.Output;
using Patterns.Local.Stacks;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli;

/// <summary>One run of a stack, from reading the template to stopping the last process.</summary>
internal sealed class RunSession(RunSettings settings, IScreen screen, CancellationToken stop)
{
    public async Task<int> RunAsync()
    {
        var started = TimeProvider.System.GetTimestamp();
        var model = Read();
        var demo = settings.RunsDemo ? Demo.Find(model.TemplateDirectory) : null;
        using var logs = WorkFolders.TakeLogs(model.TemplateDirectory);
        var log = OpenLog(logs);
        await using (log.ConfigureAwait(false))
        {
            var runner = await Runner.StartAsync(Options(model, log, logs), stop).ConfigureAwait(false);
            await using (runner.ConfigureAwait(false))
            {
                log.Knows(runner.Stack);
                new StackReport(screen, model, runner, settings.Attached, logs.Directory).Write(TimeProvider.System.GetElapsedTime(started));
                ReadyFile.Write(settings.ReadyFile, runner);
                return demo is null ? await UntilStoppedAsync().ConfigureAwait(false) : await demo.RunAsync(runner, WriteProgress, stop).ConfigureAwait(false);
            }
        }
    }

    private StackModel Read()
    {
        var model = TemplateReader.Read(settings.Template, new TemplateParameters { Values = settings.Parameters });
        TemplateWarnings.Report(screen, model, settings.IsStrict);
        AttachedFunctions.Check(model, settings.Attached);
        return model;
    }

    private InvocationLog OpenLog(LogFolder logs)
    {
        var showsLines = !settings.IsQuiet && (!settings.RunsDemo || settings.IsVerbose);
        var target = showsLines ? screen : Screens.File(Path.Combine(logs.Directory, "invocations.log"));
        return new InvocationLog(target, TimeProvider.System, showsFunctionLines: settings.IsVerbose, stop);
    }

    private RunnerOptions Options(StackModel model, InvocationLog log, LogFolder logs) => new()
    {
        Stack = model,
        Port = settings.Port,
        Attached = settings.Attached,
        Fault = settings.Fault,
        LimitsShards = settings.LimitsShards,
        Console = log,
        LogDirectory = logs.Directory,
        Progress = WriteProgress,
    };

    private void WriteProgress(string what) => screen.Line(new Piece($"{what} ...", Tone.Quiet));

    private async Task<int> UntilStoppedAsync()
    {
        await StopWaiting.UntilAsync(stop).ConfigureAwait(false);
        screen.Line(new Piece("Stopping ...", Tone.Quiet));
        return ExitCodes.Success;
    }
}
