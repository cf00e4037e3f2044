using System.Text;

namespace Patterns.Local.Host.Logging;

/// <summary>Stands in for the console: collects what is written until the line ends, then logs it.</summary>
internal sealed class ConsoleLogWriter(FunctionLog log, LogLevel level) : TextWriter
{
    private readonly Lock _lock = new();
    private readonly StringBuilder _pending = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value)
    {
        lock (_lock)
        {
            if (value == '\n')
            {
                LogPending();
            }
            else
            {
                _pending.Append(value);
            }
        }
    }

    public override void Write(string? value) => Write(value.AsSpan());

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            var complete = buffer.EndsWith("\n");
            _pending.Append(complete ? buffer[..^1] : buffer);
            if (complete)
            {
                LogPending();
            }
        }
    }

    public override void WriteLine()
    {
        lock (_lock)
        {
            LogPending();
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_lock)
        {
            _pending.Append(value);
            LogPending();
        }
    }

    public override void WriteLine(ReadOnlySpan<char> buffer)
    {
        lock (_lock)
        {
            _pending.Append(buffer);
            LogPending();
        }
    }

    /// <summary>Logs a line that was begun and not ended.</summary>
    public void FlushPending()
    {
        lock (_lock)
        {
            if (_pending.Length > 0)
            {
                LogPending();
            }
        }
    }

    private void LogPending()
    {
        var message = _pending.ToString();
        _pending.Clear();
        log.Write(level, message);
    }
}
