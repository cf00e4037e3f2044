using System.Text.Json;
using Amazon.SQS.Model;

namespace FanOut.Demo;

internal sealed record DeadLetter(string Receiver, string OrderId, string Reason)
{
    /// <summary>The order may be inside SNS's envelope. Letters that the queue itself moved have no reason.</summary>
    public static DeadLetter Read(string receiver, Message message)
    {
        using var body = JsonDocument.Parse(message.Body);
        var order = body.RootElement.TryGetProperty("Message", out var inner) ? JsonDocument.Parse(inner.GetString()!).RootElement : body.RootElement;
        var reason = message.MessageAttributes?.GetValueOrDefault("failure-message")?.StringValue ?? "received too often";
        return new DeadLetter(receiver, order.GetProperty("id").GetString()!, reason);
    }
}
