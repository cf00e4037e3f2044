using System.Text;
using Amazon.Lambda.Core;
using Patterns.FanOut.Internal;

namespace Patterns.FanOut;

/// <summary>Ends, on a schedule, the staged transactions that a process left behind.</summary>
/// <remarks>Derive from it and name <see cref="FunctionHandler"/> in the template. It may run several times at once.</remarks>
public abstract class StagingRecoveryHandler
{
    private readonly StagedFanOut _fanOut;

    /// <summary>Makes the handler.</summary>
    protected StagingRecoveryHandler(StagedFanOut fanOut)
    {
        ArgumentNullException.ThrowIfNull(fanOut);
        _fanOut = fanOut;
    }

    /// <summary>The method to name in the function's <c>Handler</c> setting; what the event says does not matter.</summary>
    /// <returns>JSON with the number of transactions that are still open: <c>{"open":0}</c>.</returns>
    /// <exception cref="Exception">The coordinator's table could not be read or written; the next run goes on.</exception>
    public async Task<Stream> FunctionHandler(Stream input, ILambdaContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var recovery = new StagingRecovery(_fanOut);
        var outcome = await recovery.HandleBatchAsync(RecordBatch.Of(context.AwsRequestId, "{}"u8.ToArray()), context).ConfigureAwait(false);
        outcome.ThrowIfFailed();
        return new MemoryStream(Encoding.UTF8.GetBytes($$"""{"open":{{recovery.Open}}}"""));
    }
}
