using System.Collections.Concurrent;
using Amazon.Lambda.Core;

namespace Patterns.Testing;

/// <summary>Keeps what is logged.</summary>
public sealed class FakeLambdaLogger : ILambdaLogger
{
    private readonly ConcurrentQueue<string> _lines = new();

    /// <summary>The lines in their order: the level, the message's template, its arguments and the exception's type.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <inheritdoc/>
    public void Log(string message) => _lines.Enqueue(message);

    /// <inheritdoc/>
    public void LogLine(string message) => _lines.Enqueue(message);

    /// <inheritdoc/>
    public void Log(string level, string message, params object[] args) =>
        _lines.Enqueue($"{level}: {message} [{string.Join(", ", args)}]");

    /// <inheritdoc/>
    public void Log(string level, Exception exception, string message, params object[] args)
    {
        ArgumentNullException.ThrowIfNull(exception);
        _lines.Enqueue($"{level}: {message} [{string.Join(", ", args)}] {exception.GetType().Name}");
    }
}
