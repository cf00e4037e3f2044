using System.Globalization;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace Command.Functions;

/// <summary>GET /journal/{day}: who asked for what, for auditors.</summary>
public sealed class ReadJournal
{
    private readonly Patterns.Cqrs.CommandJournal _journal = Commands.In(Tables.Policies()).Journal;

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (request.RequestContext.Authorizer?.Lambda is not { } caller || !caller.TryGetValue("role", out var role) || role.ToString() != "auditor")
        {
            return Problem(403, "The journal is for auditors.");
        }

        if (!DateOnly.TryParseExact(request.PathParameters["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return Problem(400, "A day is written as 2026-01-31.");
        }

        using var deadline = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromSeconds(1));
        var lines = new List<JournalLine>();
        await foreach (var entry in _journal.ReadAsync(day, deadline.Token))
        {
            lines.Add(new JournalLine(entry.Request.Key!, entry.Request.Name, entry.Request.Actor, entry.At, entry.RefusalCode));
        }

        return Reply(200, "application/json", JsonSerializer.Serialize(lines, Json.Default.ListJournalLine));
    }

    private static APIGatewayHttpApiV2ProxyResponse Problem(int status, string title) => Reply(status, "application/problem+json", $$"""{"title":"{{title}}","status":{{status}}}""");

    private static APIGatewayHttpApiV2ProxyResponse Reply(int status, string type, string body) => new()
    {
        StatusCode = status,
        Headers = new Dictionary<string, string> { ["content-type"] = type },
        Body = body,
    };
}
