using System.Text;
using System.Text.Json;
using Patterns.Http;

namespace Patterns.Cqrs.Tests.Commands;

/// <summary>What tests compare of replies.</summary>
internal static class ApiReplyText
{
    public static string Text(this ApiReply reply) => Encoding.UTF8.GetString(reply.Body.Span);

    /// <summary>The last part of the problem's type.</summary>
    public static string Problem(this ApiReply reply) => reply.Member("type").Split(':')[^1];

    /// <summary>A member of the body; empty when there is none.</summary>
    public static string Member(this ApiReply reply, string name)
    {
        using var document = JsonDocument.Parse(reply.Body);
        return document.RootElement.ValueKind == JsonValueKind.Object && document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
    }

    public static string? Header(this ApiReply reply, string name) => reply.Headers.GetValueOrDefault(name);
}
