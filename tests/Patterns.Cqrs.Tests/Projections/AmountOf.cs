using Patterns.Cqrs.Tests.Aggregates;

namespace Patterns.Cqrs.Tests.Projections;

internal static class AmountOf
{
    public static long Event(AccountEvent happened) => happened switch
    {
        AccountEvent.Deposited deposited => deposited.Amount,
        AccountEvent.Withdrawn withdrawn => -withdrawn.Amount,
        _ => throw new InvalidOperationException($"{happened} is no event of an account."),
    };
}
