using Patterns.Local.Functions.Logs;

namespace Patterns.Aws.Tests;

internal sealed class SilentConsole : IFunctionConsole
{
    public void LogLine(string function, string line)
    {
    }

    public void Invoked(InvocationReport report)
    {
    }

    public void ExecutionEnded(ExecutionReport report)
    {
    }

    public void Notice(string message)
    {
    }
}
