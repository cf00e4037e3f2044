using System.ComponentModel;
using System.Diagnostics;
using Patterns.Local.Functions.Logs;

namespace Patterns.Local.Functions.Runtime;

/// <summary>A running process of a function: its outputs go to the log, and it ends with everything that it started.</summary>
internal sealed class FunctionProcess : IDisposable
{
    private static readonly TimeSpan s_outputGrace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_peakInterval = TimeSpan.FromMilliseconds(250);

    private readonly Process _process;
    private readonly LogPump _output;
    private readonly bool _marksEnds;
    private int _peak;
    private long _peakSeenAt;

    private FunctionProcess(Process process, EnvironmentLog log, bool marksEnds)
    {
        _process = process;
        Id = process.Id;
        _marksEnds = marksEnds;
        _output = new LogPump(process.StandardOutput.BaseStream, log);
        var error = new LogPump(process.StandardError.BaseStream, log);
        Exited = WaitForExitAsync(Task.WhenAll(_output.RunAsync(), error.RunAsync()));
    }

    public int Id { get; }

    /// <summary>Completes when the process has ended and its last output is in the log; the result says how it ended.</summary>
    public Task<string> Exited { get; }

    /// <exception cref="FunctionException">The program cannot be started.</exception>
    public static FunctionProcess Start(LaunchCommand command, string directory, Action<IDictionary<string, string?>> setVariables, EnvironmentLog log)
    {
        var start = new ProcessStartInfo(command.FileName, command.Arguments)
        {
            WorkingDirectory = directory,
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        setVariables(start.Environment);
        try
        {
            return new FunctionProcess(Process.Start(start)!, log, command.IsHosted);
        }
        catch (Win32Exception exception)
        {
            throw new FunctionException($"{command.FileName} cannot be started: {exception.Message}");
        }
    }

    /// <summary>Waits until the log has what the function wrote before it answered.</summary>
    /// <remarks>Only the runner's host says where that is; of an executable, what has arrived counts, as on Lambda.</remarks>
    public Task EndOfLogAsync(string requestId) =>
        _marksEnds ? Task.WhenAny(_output.EndOfAsync(requestId), Exited) : Task.CompletedTask;

    /// <summary>The largest resident set that was seen, in MB; looked up a few times a second at most.</summary>
    public int PeakMegabytes()
    {
        if (_peak > 0 && Stopwatch.GetElapsedTime(_peakSeenAt) < s_peakInterval)
        {
            return _peak;
        }

        _peakSeenAt = Stopwatch.GetTimestamp();
        try
        {
            _process.Refresh();
            _peak = Math.Max(_peak, (int)Math.Ceiling(_process.PeakWorkingSet64 / (1024.0 * 1024.0)));
        }
        catch (InvalidOperationException)
        {
            // It has ended; what was seen last stands.
        }

        return _peak;
    }

    /// <summary>Kills the process and its children, and waits until it is gone.</summary>
    public async Task KillAsync()
    {
        Kill();
        await Exited.ConfigureAwait(false);
    }

    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
        catch (AggregateException)
        {
            // A child of it has ended in the meantime.
        }
    }

    /// <summary>Kills the process alone, at once; its children are left to <see cref="KillAsync"/>.</summary>
    public void KillNow()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended by itself.
        }
    }

    public void Dispose() => _process.Dispose();

    private static string Describe(int exitCode) => exitCode switch
    {
        0 => "Runtime exited without providing a reason",
        134 => "Runtime exited with error: signal: aborted",
        137 => "Runtime exited with error: signal: killed",
        139 => "Runtime exited with error: signal: segmentation fault",
        143 => "Runtime exited with error: signal: terminated",
        _ => $"Runtime exited with error: exit status {exitCode}",
    };

    private async Task<string> WaitForExitAsync(Task outputs)
    {
        await _process.WaitForExitAsync().ConfigureAwait(false);

        // A child that was started by the function may hold the outputs open.
        await outputs.WaitAsync(s_outputGrace).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);

        return Describe(_process.ExitCode);
    }
}
