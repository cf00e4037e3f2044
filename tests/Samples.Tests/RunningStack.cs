using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Samples.Tests;

/// <summary>A sample that the runner keeps running until the test has ended.</summary>
internal sealed class RunningStack : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(4);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private RunningStack(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Take(line.Data);
        process.ErrorDataReceived += (_, line) => Take(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>What the runner has printed so far.</summary>
    public string Printed
    {
        get
        {
            lock (_printed)
            {
                return _printed.ToString();
            }
        }
    }

    public static async Task<RunningStack> StartAsync(params string[] arguments)
    {
        var stack = new RunningStack(PatternsTool.Start(["run", .. arguments, "--port", "0"]));
        try
        {
            await stack._started.Task.WaitAsync(s_patience);
            return stack;
        }
        catch
        {
            await stack.DisposeAsync();
            throw;
        }
    }

    /// <summary>An output of the template, as the runner prints it.</summary>
    public string Output(string name)
    {
        var line = Regex.Match(Printed, $@"\s{Regex.Escape(name)}\s+(\S+)", RegexOptions.None, TimeSpan.FromSeconds(10));
        return line.Success ? line.Groups[1].Value : throw new InvalidOperationException($"There is no output {name} in:\n{Printed}");
    }

    /// <summary>Stops it as a service manager does: a process started in the background may ignore Ctrl-C.</summary>
    public async ValueTask DisposeAsync()
    {
        using (_process)
        {
            if (!_process.HasExited)
            {
                using var signal = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
                await signal.WaitForExitAsync();
            }

            using var limit = new CancellationTokenSource(s_patience);
            await _process.WaitForExitAsync(limit.Token);
        }
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            _started.TrySetException(new InvalidOperationException($"The runner ended:\n{Printed}"));
            return;
        }

        lock (_printed)
        {
            _printed.AppendLine(line);
        }

        if (line.Contains("Ctrl-C stops everything", StringComparison.Ordinal))
        {
            _started.TrySetResult();
        }
    }
}
