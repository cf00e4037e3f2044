using System.Diagnostics;

namespace Patterns.Local.Tests.Cli;

/// <summary>The program itself, started as its users do.</summary>
internal sealed class PatternsProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _error;

    private PatternsProcess(Process process, string input)
    {
        _process = process;
        _process.StandardInput.Write(input);
        _process.StandardInput.Close();
        _output = process.StandardOutput.ReadToEndAsync();
        _error = process.StandardError.ReadToEndAsync();
    }

    public int Id => _process.Id;

    public static PatternsProcess Start(string directory, string input, params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "patterns.dll");
        return new PatternsProcess(
            Process.Start(new ProcessStartInfo("dotnet", ["exec", program, .. arguments])
            {
                WorkingDirectory = directory,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!,
            input);
    }

    public static async Task<ProgramResult> RunAsync(string directory, params string[] arguments)
    {
        using var process = Start(directory, "", arguments);
        return await process.EndAsync();
    }

    /// <summary>Waits for the end of the program.</summary>
    public async Task<ProgramResult> EndAsync()
    {
        await _process.WaitForExitAsync();
        return new ProgramResult(_process.ExitCode, (await _output).ReplaceLineEndings("\n"), (await _error).ReplaceLineEndings("\n"));
    }

    /// <summary>Asks the program to end, as Ctrl-C and service managers do.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
        }

        _process.Dispose();
    }
}
