using Patterns.Local.Functions;
using Patterns.Local.Gateway;
using Patterns.Local.Templates;

namespace Patterns.Local.Cli;

/// <summary>Turns what ends a command into an exit code and a message that people can act on.</summary>
internal static class CommandGuard
{
    /// <param name="command">The command.</param>
    /// <param name="stop">Cancelled when the user wants the program to end.</param>
    public static async Task<int> RunAsync(Func<Task<int>> command, CancellationToken stop)
    {
        try
        {
            return await command().ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return ExitCodes.Success;
        }
        catch (Exception exception) when (Explain(exception) is { } message)
        {
            await Console.Error.WriteLineAsync(message).ConfigureAwait(false);
            return ExitCodes.BadInput;
        }
#pragma warning disable CA1031 // The last resort: whatever it is, people get one line and the log gets the rest.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            await Console.Error.WriteLineAsync($"Unexpected: {exception.Message} (details: {CrashLog.Write(exception)})").ConfigureAwait(false);
            return ExitCodes.Unexpected;
        }
    }

    private static string? Explain(Exception exception) => exception switch
    {
        TemplateException or FunctionException or UsageException => exception.Message,
        PortInUseException { Port: var port } => $"Port {port} is in use by another program; choose another with --port, or let --port 0 take a free one.",
        _ => null,
    };
}
