using System.Diagnostics;

namespace Patterns.Local.Host;

/// <summary>Ends this process when the runner is gone: the runner holds the other end of the standard input.</summary>
internal static class ParentWatch
{
    /// <summary>Set by the runner for processes whose standard input it holds.</summary>
    public const string Variable = "PATTERNS_PARENT_WATCH";

    public static void Start()
    {
        if (Environment.GetEnvironmentVariable(Variable) != "stdin")
        {
            return;
        }

        // The variable would make child processes of the function watch an input that nobody holds.
        Environment.SetEnvironmentVariable(Variable, null);
        var input = Console.OpenStandardInput();
        Console.SetIn(TextReader.Null);
        new Thread(() => WaitForEnd(input), maxStackSize: 64 * 1024) { IsBackground = true, Name = "Parent watch" }.Start();
    }

    private static void WaitForEnd(Stream input)
    {
        Span<byte> buffer = stackalloc byte[16];
        while (input.Read(buffer) > 0)
        {
        }

        using var self = Process.GetCurrentProcess();
        self.Kill();
    }
}
