namespace Patterns.Idempotency.Internal;

/// <summary>Gives every pass into the handler writes of its own: behaviours in front of it may try again, or leave one behind.</summary>
internal static class HandlerAttempt
{
    public static RecordStep<TMessage> Wrap<TMessage>(RecordStep<TMessage> handler) => (message, context) =>
        context.Claim is { } record ? RunAsync(record.Claim, handler, message, context) : handler(message, context);

    private static async ValueTask RunAsync<TMessage>(Claim claim, RecordStep<TMessage> handler, TMessage message, RecordContext context)
    {
        var attempt = claim.BeginAttempt();
        try
        {
            await handler(message, context.WithAttempt(attempt)).ConfigureAwait(false);
        }
        catch (Exception)
        {
            claim.EndAttempt(attempt, hasSucceeded: false);
            throw;
        }

        claim.EndAttempt(attempt, hasSucceeded: true);
    }
}
