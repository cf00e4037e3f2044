using Amazon.Lambda.Core;

namespace Contracts.Tests.Core;

/// <summary>A logger with only what must be implemented.</summary>
internal sealed class RecordingLogger : ILambdaLogger
{
    public List<string> Lines { get; } = [];

    public void Log(string message) => Lines.Add(message);

    public void LogLine(string message) => Lines.Add(message);
}
