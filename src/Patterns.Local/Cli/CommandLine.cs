using System.CommandLine;
using System.CommandLine.Invocation;

namespace Patterns.Local.Cli;

/// <summary>The commands of the program.</summary>
internal static class CommandLine
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        var parsed = Root().Parse(arguments);
        if (parsed.Action is ParseErrorAction)
        {
            return Refuse(parsed);
        }

        using var stop = new StopSignal();
        return await CommandGuard.RunAsync(() => InvokeAsync(parsed, stop.Token), stop.Token).ConfigureAwait(false);
    }

    private static RootCommand Root() => new("Runs the SAM template that deploys to AWS on this machine.")
    {
        RunCommand.Create(),
        ServeCommand.Create(),
        InvokeCommand.Create(),
        TickCommand.Create(),
    };

    private static Task<int> InvokeAsync(ParseResult parsed, CancellationToken stop)
    {
        var configuration = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
        return parsed.InvokeAsync(configuration, stop);
    }

    private static int Refuse(ParseResult parsed)
    {
        // What was typed says more than what is missing because of it.
        var messages = parsed.Errors.Select(error => error.Message).Distinct(StringComparer.Ordinal).ToList();
        Console.Error.WriteLine(messages.Find(message => message.Contains('\'', StringComparison.Ordinal)) ?? messages[0]);

        var command = parsed.CommandResult.Command;
        Console.Error.WriteLine(command is RootCommand ? "See 'patterns --help'." : $"See 'patterns {command.Name} --help'.");
        return ExitCodes.BadInput;
    }
}
