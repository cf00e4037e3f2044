using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Patterns.Cqrs.Internal;

/// <summary>One entry of a router: a command of a version, and who handles it.</summary>
internal abstract class CommandRoute(string name, int version)
{
    public string Name => name;

    public int Version => version;

    /// <summary>Reads and checks the request; what is returned has it take effect.</summary>
    /// <exception cref="CommandRejectedException">The arguments are not as they must be, or the actor may not do that.</exception>
    public abstract ValueTask<Func<CommandContext, ValueTask<string>>> PrepareAsync(CommandRequest request, CancellationToken cancellationToken);
}

/// <inheritdoc/>
internal sealed class CommandRoute<TCommand, TResult>(
    string name,
    int version,
    JsonTypeInfo<TCommand> json,
    JsonTypeInfo<TResult> resultJson,
    CommandHandler<TCommand, TResult> handler) : CommandRoute(name, version)
{
    public override async ValueTask<Func<CommandContext, ValueTask<string>>> PrepareAsync(CommandRequest request, CancellationToken cancellationToken)
    {
        var command = Read(request);
        string[] mistakes = FindMistakes(command);
        if (mistakes.Length > 0)
        {
            throw new CommandRejectedException(CommandRejection.Invalid, $"The arguments of '{Name}' are not valid: {string.Join(' ', mistakes)}") { Mistakes = mistakes };
        }

        return await IsAllowedAsync(command, request, cancellationToken).ConfigureAwait(false)
            ? async context => JsonSerializer.Serialize(await handler.RunAsync(command, context).ConfigureAwait(false), resultJson)
            : throw new CommandRejectedException(CommandRejection.Forbidden, $"The actor may not do '{Name}'.");
    }

    private string[] FindMistakes(TCommand command)
    {
        try
        {
            return [.. handler.FindMistakes(command)];
        }
        catch (CommandRefusedException refusal)
        {
            throw new CommandRejectedException(CommandRejection.Invalid, refusal.Message, refusal);
        }
    }

    private async ValueTask<bool> IsAllowedAsync(TCommand command, CommandRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await handler.AskAsync(command, request, cancellationToken).ConfigureAwait(false);
        }
        catch (CommandRefusedException refusal)
        {
            throw new CommandRejectedException(CommandRejection.Forbidden, refusal.Message, refusal);
        }
    }

    private TCommand Read(CommandRequest request)
    {
        try
        {
            return request.Arguments.Deserialize(json) ?? throw new JsonException("They are null.");
        }
        catch (Exception failure) when (failure is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new CommandRejectedException(CommandRejection.Invalid, $"The arguments of '{Name}' cannot be read: {failure.Message}", failure)
            {
                // The text of the exception names types.
                Mistakes = [$"The arguments cannot be read, at {(failure as JsonException)?.Path ?? "$"}."],
            };
        }
    }
}
