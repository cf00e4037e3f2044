using System.Text;

namespace Patterns.Local.Functions.Logs;

/// <summary>What one environment writes: to the function's file, to the tail of the invocation and, within bounds, to the console.</summary>
internal sealed class EnvironmentLog(string function, FunctionLogFile file, IFunctionConsole console)
{
    private const int EchoedLines = 200;
    private readonly Lock _lock = new();
    private readonly LogTail _tail = new();
    private int _lines;

    public void Begin(string requestId)
    {
        lock (_lock)
        {
            _tail.Clear();
            _lines = 0;
            Write($"START RequestId: {requestId} Version: {InvocationResult.Latest}", echo: false);
        }
    }

    /// <summary>Writes the closing lines and returns the tail of the invocation's log.</summary>
    public byte[] End(InvocationReport report)
    {
        lock (_lock)
        {
            Write($"END RequestId: {report.RequestId}", echo: false);
            Write(report.ToString(), echo: false);
            file.Flush();
            return _tail.ToArray();
        }
    }

    public void Line(string line)
    {
        lock (_lock)
        {
            Write(line, echo: true);
        }
    }

    public void Line(ReadOnlySpan<byte> line)
    {
        lock (_lock)
        {
            Write(line);
            if (++_lines <= EchoedLines)
            {
                console.LogLine(function, Encoding.UTF8.GetString(line));
            }
            else if (_lines == EchoedLines + 1)
            {
                console.LogLine(function, $"(more than {EchoedLines} lines; all of them are in {file.Path})");
            }
        }
    }

    public void Flush() => file.Flush();

    private void Write(string line, bool echo)
    {
        Write(Encoding.UTF8.GetBytes(line));
        if (echo)
        {
            console.LogLine(function, line);
        }
    }

    private void Write(ReadOnlySpan<byte> line)
    {
        file.WriteLine(line);
        _tail.Append(line);
    }
}
