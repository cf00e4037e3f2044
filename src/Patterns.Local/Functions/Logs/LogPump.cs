using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Patterns.Local.Functions.Logs;

/// <summary>Reads one output of a function's process line by line, and never makes the process wait.</summary>
internal sealed class LogPump(Stream output, EnvironmentLog log)
{
    /// <summary>A line without an end is cut here, as the log service cuts events.</summary>
    private const int LongestLine = 256 * 1024;
    private const byte EndMark = 0x1e;

    private readonly Lock _lock = new();
    private string? _ended;
    private TaskCompletionSource? _waiting;
    private string? _waitingFor;

    /// <summary>Ends when the output is closed.</summary>
    public async Task RunAsync()
    {
        var reader = PipeReader.Create(output, new StreamPipeReaderOptions(bufferSize: 32 * 1024));
        ReadResult read;
        do
        {
            read = await reader.ReadAsync().ConfigureAwait(false);
            var rest = TakeLines(read.Buffer);
            if (rest.Length > (read.IsCompleted ? 0 : LongestLine))
            {
                Take(rest);
                rest = rest.Slice(rest.End);
            }

            reader.AdvanceTo(rest.Start, rest.End);
        }
        while (!read.IsCompleted);
        await reader.CompleteAsync().ConfigureAwait(false);
        ReleaseAll();
    }

    /// <summary>Completes once everything that the function's host wrote before it answered the request has been taken.</summary>
    public Task EndOfAsync(string requestId)
    {
        lock (_lock)
        {
            if (_ended == requestId || _ended is "")
            {
                return Task.CompletedTask;
            }

            _waitingFor = requestId;
            _waiting = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _waiting.Task;
        }
    }

    private ReadOnlySequence<byte> TakeLines(ReadOnlySequence<byte> buffer)
    {
        while (buffer.PositionOf((byte)'\n') is { } end)
        {
            Take(buffer.Slice(0, end));
            buffer = buffer.Slice(buffer.GetPosition(1, end));
        }

        return buffer;
    }

    private void Take(ReadOnlySequence<byte> line)
    {
        if (!line.IsEmpty && line.FirstSpan[0] == EndMark)
        {
            Release(Encoding.UTF8.GetString(line.Slice(1)));
        }
        else
        {
            log.Line(line.IsSingleSegment ? line.FirstSpan : line.ToArray());
        }
    }

    private void Release(string requestId)
    {
        lock (_lock)
        {
            _ended = requestId;
            if (_waitingFor == requestId)
            {
                _waiting?.TrySetResult();
            }
        }
    }

    private void ReleaseAll()
    {
        lock (_lock)
        {
            _ended = "";
            _waiting?.TrySetResult();
        }
    }
}
