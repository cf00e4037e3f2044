namespace Patterns.Local.Functions.Logs;

/// <summary>The log file of one function, written by all its environments line by line.</summary>
internal sealed class FunctionLogFile : IDisposable
{
    private readonly Lock _lock = new();
    private readonly FileStream _file;
    private readonly Action<string> _notice;
    private bool _closed;

    /// <param name="directory">The folder of the logs.</param>
    /// <param name="function">The function's name, which names the file.</param>
    /// <param name="notice">Told when the file cannot be written any more.</param>
    public FunctionLogFile(string directory, string function, Action<string> notice)
    {
        _notice = notice;
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
                Try(line, static (file, text) =>
                {
                    file.Write(text);
                    file.WriteByte((byte)'\n');
                });
            }
        }
    }

    public void Flush()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                Try([], static (file, _) => file.Flush());
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            if (!_closed)
            {
                Try([], static (file, _) => file.Dispose());
                _closed = true;
            }
        }
    }

    // A disk that is full must not stop the function.
    private void Try(ReadOnlySpan<byte> line, Action<FileStream, ReadOnlySpan<byte>> action)
    {
        try
        {
            action(_file, line);
        }
        catch (IOException exception)
        {
            _closed = true;
            _notice($"{Path} is no longer written: {exception.Message}");
        }
    }
}
