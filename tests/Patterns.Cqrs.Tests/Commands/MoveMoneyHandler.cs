using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Moves money on the accounts of a bank; the result is the account's version.</summary>
internal sealed class MoveMoneyHandler(Bank bank, ITable table) : CommandHandler<MoveMoney, long>
{
    private int _runs;

    public int Runs => _runs;

    /// <summary>Called before the command is decided.</summary>
    public Func<CommandContext, ValueTask> Before { get; init; } = _ => default;

    /// <summary>Called when the command is decided.</summary>
    public Func<CommandContext, ValueTask> After { get; init; } = _ => default;

    /// <summary>Called when permission is asked for.</summary>
    public Action OnAsked { get; init; } = () => { };

    /// <summary>Called when the arguments are checked.</summary>
    public Action OnValidated { get; init; } = () => { };

    /// <summary>Whether no money is moved.</summary>
    public bool IsQuiet { get; init; }

    protected override IEnumerable<string> Validate(MoveMoney command)
    {
        OnValidated();
        if (string.IsNullOrEmpty(command.Account))
        {
            yield return "Account must not be empty.";
        }

        if (command.Amounts is null or [])
        {
            yield return "Amounts must not be empty.";
        }
    }

    protected override ValueTask<bool> IsAllowedAsync(MoveMoney command, CommandRequest request, CancellationToken cancellationToken)
    {
        OnAsked();
        return new(command.Account != "vault" || request.Actor == "director");
    }

    protected override async ValueTask<long> HandleAsync(MoveMoney command, CommandContext context)
    {
        Interlocked.Increment(ref _runs);
        await Before(context);
        if (IsQuiet)
        {
            return 0;
        }

        var decision = await bank.On(table).DecideAsync(command.Account, new(context.Key, command.Amounts), context.Metadata, context.CancellationToken);
        context.Enlist(decision);
        await After(context);
        return decision.After.Version;
    }
}
