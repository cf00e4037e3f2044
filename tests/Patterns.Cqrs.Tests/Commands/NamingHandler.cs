using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Moves money as a command that expects a version, and whose reply names the one that it led to.</summary>
internal sealed class NamingHandler(Bank bank, ITable table) : CommandHandler<MoveMoney, long>
{
    protected override IEnumerable<string> Validate(MoveMoney command) => string.IsNullOrEmpty(command.Account) || command.Amounts is null or [] ? ["It names no account or amount."] : [];

    protected override async ValueTask<long> HandleAsync(MoveMoney command, CommandContext context) =>
        (await context.DecideAsync(bank.On(table), command.Account, new AccountCommand(context.Key, command.Amounts))).After.Version;
}
