namespace Patterns.Local.Functions.Logs;

/// <summary>The log file of one function, written by all its environments line by line.</summary>
internal sealed class FunctionLogFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private bool _closed;

    public FunctionLogFile(string directory, string function)
    {
        Directory.CreateDirectory(directory);
        Path = System.IO.Path.Combine(directory, function + ".log");
        _file = new FileStream(Path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete, bufferSize: 64 * 1024);
    }

    public string Path { get; }

    public void WriteLine(ReadOnlySpan<byte> line)
    {
        lock (_lock)
        {
            if (!_closed)
            {
                _file.Write(line);
                _file.WriteByte((byte)'\n');
            }
        }
    }

    public void Flush()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                _file.Flush();
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _closed = true;
            _file.Dispose();
        }
    }
}
