using Amazon.Lambda.Core;
using Amazon.Lambda.SQSEvents;
using Orders;
using Patterns;

namespace Snippets;

// snippet: typed-entry
public sealed class MyFunction
{
    private readonly ShipOrder _shipOrder = new();

    public async Task<SQSBatchResponse> Handle(SQSEvent batch, ILambdaContext context)
    {
        context.Logger.LogInformation("{Count} orders", batch.Records.Count);
        return await _shipOrder.HandleSqsAsync(batch, context);
    }
}
// end
