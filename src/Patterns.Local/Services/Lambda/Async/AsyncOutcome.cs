using System.Text;
using Patterns.Local.Functions;
using Patterns.Local.Functions.Logs;
using Patterns.Local.Functions.Runtime;

namespace Patterns.Local.Services.Lambda.Async;

/// <summary>Tells destinations and dead-letter queues how an event ended.</summary>
internal sealed class AsyncOutcome(LambdaService service, IDeliveryTargets targets, IFunctionConsole console)
{
    private const int LongestErrorMessage = 1024;

    public async Task SucceededAsync(AsyncEvent item, InvocationResult result, CancellationToken stop)
    {
        if (service.InvokeConfigs.For(item.Function.Name).OnSuccess is { } target)
        {
            var record = InvocationRecord.Write(item, AsyncCondition.Success, result, service.Aws.Time.GetUtcNow());
            await DeliverAsync(item, "on-success destination", target, Told(item, "Success", target, record), stop).ConfigureAwait(false);
        }
    }

    /// <param name="item">The event, which is gone after this.</param>
    /// <param name="condition">Why it is given up.</param>
    /// <param name="stop">Ends the delivery.</param>
    public async Task GivenUpAsync(AsyncEvent item, string condition, CancellationToken stop)
    {
        var name = item.Function.Name;
        var onFailure = service.InvokeConfigs.For(name).OnFailure;
        var deadLetters = item.Function.Definition.DeadLetterTargetArn;
        if (onFailure is not null)
        {
            var record = InvocationRecord.Write(item, condition, item.LastResult, service.Aws.Time.GetUtcNow());
            await DeliverAsync(item, "on-failure destination", onFailure, Told(item, "Failure", onFailure, record), stop).ConfigureAwait(false);
        }

        if (deadLetters is not null)
        {
            await DeliverAsync(item, "dead-letter target", deadLetters, DeadLetter(item, condition), stop).ConfigureAwait(false);
        }

        if (onFailure is null && deadLetters is null)
        {
            console.Notice($"{name}: the event {item.RequestId} was dropped ({condition}); the function has neither an on-failure destination nor a dead-letter queue.");
        }
    }

    // Only a bus looks at the header.
    private static Delivery Told(AsyncEvent item, string outcome, string target, string record) => new(record)
    {
        Event = new EventHeader("lambda", $"Lambda Function Invocation Result - {outcome}")
        {
            Resources = [target, $"{item.Function.Arn}:{InvocationResult.Latest}"],
        },
    };

    private static Delivery DeadLetter(AsyncEvent item, string condition)
    {
        var result = item.LastResult;
        var message = result is null ? condition : ErrorPayload.ReadMessage(result.Payload.Span) ?? "";
        return new Delivery(Encoding.UTF8.GetString(item.Payload.Span))
        {
            Attributes = new Dictionary<string, MessageAttribute>
            {
                ["RequestID"] = MessageAttribute.OfString(item.RequestId),
                ["ErrorCode"] = MessageAttribute.OfNumber(result is null ? "429" : "200"),
                ["ErrorMessage"] = MessageAttribute.OfString(message.Length switch
                {
                    0 => "Unhandled",
                    > LongestErrorMessage => message[..LongestErrorMessage],
                    _ => message,
                }),
            },
        };
    }

    private async Task DeliverAsync(AsyncEvent item, string role, string target, Delivery delivery, CancellationToken stop)
    {
        var delivered = await targets.DeliverAsync(target, delivery, stop).ConfigureAwait(false);
        if (delivered.Outcome != DeliveryOutcome.Delivered)
        {
            console.Notice($"{item.Function.Name}: the {role} {target} did not take the event {item.RequestId}: {delivered.Error}");
        }
    }
}
