using System.Globalization;
using System.Text;

namespace Patterns.Local.Host.Logging;

/// <summary>Writes whole lines to the standard output, each with time, request id and level.</summary>
internal sealed class FunctionLog
{
    /// <summary>Starts the line that tells the runner that the log of an invocation is complete.</summary>
    private const char EndMark = '\u001e';

    private readonly Lock _lock = new();
    private readonly Stream _output;
    private readonly LogLevel _minimum;
    private Action _flushConsole = static () => { };
    private string _requestId = "";

    public FunctionLog(Stream output, LogLevel minimum)
    {
        _output = output;
        _minimum = minimum;
    }

    /// <summary>Takes over the console, so that plain console output carries the same prefix.</summary>
    public static FunctionLog Install()
    {
        var level = Environment.GetEnvironmentVariable("AWS_LAMBDA_HANDLER_LOG_LEVEL") ?? Environment.GetEnvironmentVariable("AWS_LAMBDA_LOG_LEVEL");
        var log = new FunctionLog(Console.OpenStandardOutput(), LogLevels.Parse(level) ?? LogLevel.Information);
        var output = new ConsoleLogWriter(log, LogLevel.Information);
        var error = new ConsoleLogWriter(log, LogLevel.Error);
        log._flushConsole = () =>
        {
            output.FlushPending();
            error.FlushPending();
        };
        Console.SetOut(output);
        Console.SetError(error);
        return log;
    }

    public void Begin(string requestId) => _requestId = requestId;

    /// <summary>Says that everything logged so far belongs to the invocation that is about to be answered.</summary>
    public void End()
    {
        _flushConsole();
        WriteRaw($"{EndMark}{_requestId}\n");
    }

    public void WriteException(Exception exception) => Write(LogLevel.Error, exception.ToString());

    public void Write(LogLevel level, string message)
    {
        if (level >= _minimum)
        {
            WriteLine(level.Label(), message);
        }
    }

    /// <summary>Writes a message whose level has no meaning here; it is never held back.</summary>
    public void WriteUnleveled(string? level, string message) => WriteLine(level, message);

    private void WriteLine(string? label, string message)
    {
        var time = DateTime.UtcNow.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        WriteRaw(label is null ? $"{time}\t{_requestId}\t{message}\n" : $"{time}\t{_requestId}\t{label}\t{message}\n");
    }

    private void WriteRaw(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        lock (_lock)
        {
            _output.Write(bytes);
            _output.Flush();
        }
    }
}
