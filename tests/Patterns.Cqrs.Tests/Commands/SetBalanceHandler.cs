using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>Keeps the state of accounts alone.</summary>
internal sealed class SetBalanceHandler(Bank bank) : CommandHandler<MoveMoney, long>
{
    public StateStore<AccountState> States { get; } = new(bank.Table, Bank.Type, AccountJson.Default.AccountState, new() { Time = bank.Time });

    protected override async ValueTask<long> HandleAsync(MoveMoney command, CommandContext context) =>
        (await context.UpdateAsync(States, command.Account, found => new((found?.State?.Balance ?? 0) + command.Amounts.Sum(), 0))).State.Balance;
}
