using System.Globalization;
using System.Text;
using Patterns.Http;

namespace Patterns.Cqrs.Internal;

/// <summary>The reply of an API to a command that has one.</summary>
internal static class CommandAnswer
{
    public const string TokenHeader = "View-Token";

    public static ApiReply Of(CommandReply reply)
    {
        var answer = reply.IsAccepted ? ApiReply.Json(Encoding.UTF8.GetBytes(reply.ResultJson!)) : CommandProblems.OfRefusal(reply).ToReply();
        if (reply.ViewToken is { } token)
        {
            answer = answer.WithHeader(TokenHeader, token.ToString());
            answer = reply.IsAccepted ? answer.WithHeader("ETag", string.Create(CultureInfo.InvariantCulture, $"\"{token.Version}\"")) : answer;
        }

        return reply.IsReplayed ? answer.WithHeader("Idempotency-Replayed", "true") : answer;
    }
}
