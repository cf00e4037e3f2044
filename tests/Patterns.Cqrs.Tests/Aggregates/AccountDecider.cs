namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>Nobody takes out more than there is.</summary>
public sealed class AccountDecider : Decider<AccountState, AccountCommand, AccountEvent>
{
    public override AccountState Initial { get; } = new(0, 0);

    public override IEnumerable<AccountEvent> Decide(AccountState state, AccountCommand command)
    {
        var balance = state.Balance;
        foreach (var amount in command.Amounts)
        {
            balance += amount;
            if (balance < 0)
            {
                throw new CommandRefusedException("insufficient-funds", $"There is not that much on the account.");
            }

            yield return amount >= 0 ? new AccountEvent.Deposited(command.Id, amount) : new AccountEvent.Withdrawn(command.Id, -amount);
        }
    }

    public override AccountState Evolve(AccountState state, AccountEvent happened) => happened switch
    {
        AccountEvent.Deposited deposited => new(state.Balance + deposited.Amount, state.Movements + 1),
        AccountEvent.Withdrawn withdrawn => new(state.Balance - withdrawn.Amount, state.Movements + 1),
        _ => throw new InvalidOperationException($"{happened} is no event of an account."),
    };
}
