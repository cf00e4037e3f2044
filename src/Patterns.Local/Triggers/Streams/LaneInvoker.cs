using Patterns.Local.Functions;
using Patterns.Local.Services;

namespace Patterns.Local.Triggers.Streams;

/// <summary>Runs the function for a lane and waits for the result, whatever happens to the mapping meanwhile.</summary>
internal sealed class LaneInvoker(StreamReading reading)
{
    private const string RefusedError = "Refused";

    /// <summary>Null when there is no place for the function now.</summary>
    public async Task<InvocationResult?> InvokeAsync(ReadOnlyMemory<byte> payload, int records)
    {
        try
        {
            var options = new InvocationOptions { Origin = new InvocationOrigin(reading.Source, records) };
            return await reading.Invoker.InvokeAsync(reading.Function, payload, options, CancellationToken.None).ConfigureAwait(false);
        }
        catch (AwsException exception) when (exception.Status is 429 or >= 500)
        {
            reading.LastProcessingResult = "PROBLEM: Function call throttled";
            return null;
        }
        catch (AwsException exception)
        {
            reading.Notice($"a batch of {reading.Source} could not be handed over: {exception.Message}");
            return new InvocationResult(Guid.NewGuid().ToString(), ReadOnlyMemory<byte>.Empty, RefusedError);
        }
    }
}
