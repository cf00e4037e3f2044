using System.Collections.Concurrent;
using Patterns.Local.Functions.Logs;

namespace Patterns.Local.Tests.Functions;

internal sealed class RecordingConsole : IFunctionConsole
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ConcurrentQueue<InvocationReport> Reports { get; } = new();

    public ConcurrentQueue<string> Notices { get; } = new();

    public ConcurrentQueue<ExecutionReport> Executions { get; } = new();

    public void ExecutionEnded(ExecutionReport report) => Executions.Enqueue(report);

    public void LogLine(string function, string line) => Lines.Enqueue(line);

    public void Invoked(InvocationReport report) => Reports.Enqueue(report);

    public void Notice(string message) => Notices.Enqueue(message);
}
