using Amazon.Lambda.Core;

namespace Fixtures.WithCore;

public sealed class TypedHandler
{
    public async Task<Order> Twice(Order order, ILambdaContext context)
    {
        await Task.Yield();
        return order with { Amount = order.Amount * 2 };
    }

    public string OnlyContext(ILambdaContext context) => context.FunctionName;
}
