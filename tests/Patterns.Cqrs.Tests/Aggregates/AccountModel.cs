namespace Patterns.Cqrs.Tests.Aggregates;

/// <summary>What the rules say of commands at the moments of an account's history.</summary>
internal static class AccountModel
{
    public static bool Allows(AccountState state, AccountCommand command)
    {
        try
        {
            return Bank.Rules.Decide(state, command).Count() >= 0;
        }
        catch (CommandRefusedException)
        {
            return false;
        }
    }

    /// <summary>Whether there was a moment, before, between or after the commands of the history, at which the rules refuse the command.</summary>
    public static bool WasEverRefused(IReadOnlyList<StoredEvent<AccountEvent>> history, AccountCommand command) =>
        MomentsOf(history).Any(state => !Allows(state, command));

    public static AccountState StateAfter(IEnumerable<StoredEvent<AccountEvent>> history) =>
        Bank.Rules.Fold(Bank.Rules.Initial, history.Select(stored => stored.Event));

    private static IEnumerable<AccountState> MomentsOf(IReadOnlyList<StoredEvent<AccountEvent>> history) => Enumerable.Range(0, history.Count + 1)
        .Where(count => count == 0 || count == history.Count || history[count - 1].Event.Id != history[count].Event.Id)
        .Select(count => StateAfter(history.Take(count)));
}
