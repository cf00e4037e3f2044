using System.Text;
using System.Text.Json;
using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;
using Patterns.LongRunning;

namespace LongRunning.Functions;

/// <summary>Starts imports over HTTP, says how far they are, and cancels them. Everything may be said twice.</summary>
public sealed class ImportsApi
{
    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        using var deadline = new CancellationTokenSource(context.RemainingTime - TimeSpan.FromSeconds(1));
        return request.RequestContext.Http.Method switch
        {
            "POST" => await StartAsync(request, deadline.Token),
            "DELETE" => await CancelAsync(FileOf(request), deadline.Token),
            _ => await ShowAsync(FileOf(request), deadline.Token),
        };
    }

    private static async Task<APIGatewayHttpApiV2ProxyResponse> StartAsync(APIGatewayHttpApiV2ProxyRequest request, CancellationToken cancellationToken)
    {
        if (Read(request) is not { IsValid: true } asked)
        {
            return Refuse(400, "This is no import: file and pages are needed.");
        }

        try
        {
            var start = await Imports.Jobs.StartAsync(asked.File, new ImportState(asked.File, asked.Pages, 0, 0, 0), cancellationToken);
            return Reply(start.IsNew ? 202 : 200, StatusOf(start.Status));
        }
        catch (JobConflictException)
        {
            return Refuse(409, $"The file {asked.File} was imported with another number of pages.");
        }
    }

    private static async Task<APIGatewayHttpApiV2ProxyResponse> ShowAsync(string file, CancellationToken cancellationToken) =>
        await Imports.Jobs.FindAsync(file, cancellationToken) is { } status ? Reply(200, StatusOf(status)) : Unknown(file);

    private static async Task<APIGatewayHttpApiV2ProxyResponse> CancelAsync(string file, CancellationToken cancellationToken)
    {
        try
        {
            await Imports.Jobs.CancelAsync(file, cancellationToken);
            return await ShowAsync(file, cancellationToken);
        }
        catch (JobUnknownException)
        {
            return Unknown(file);
        }
    }

    private static ImportStatus StatusOf(JobStatus status) =>
        new(status.Id, status.Phase.ToString(), status.Progress?.Done ?? 0, status.Progress?.Total, status.Failure);

    private static string FileOf(APIGatewayHttpApiV2ProxyRequest request) => Uri.UnescapeDataString(request.PathParameters["file"]);

    // The API hands over as Base64 whatever does not say that it is JSON or text.
    private static ImportRequest? Read(APIGatewayHttpApiV2ProxyRequest request)
    {
        var body = request.IsBase64Encoded ? Encoding.UTF8.GetString(Convert.FromBase64String(request.Body)) : request.Body;
        try
        {
            return string.IsNullOrEmpty(body) ? null : JsonSerializer.Deserialize(body, Json.Default.ImportRequest);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static APIGatewayHttpApiV2ProxyResponse Unknown(string file) => Refuse(404, $"Nothing is known of an import of {file}.");

    private static APIGatewayHttpApiV2ProxyResponse Refuse(int status, string why) =>
        Reply(status, "application/problem+json", JsonSerializer.Serialize(new Problem(why, status), Json.Default.Problem));

    private static APIGatewayHttpApiV2ProxyResponse Reply(int status, ImportStatus body) =>
        Reply(status, "application/json", JsonSerializer.Serialize(body, Json.Default.ImportStatus));

    private static APIGatewayHttpApiV2ProxyResponse Reply(int status, string type, string body) => new()
    {
        StatusCode = status,
        Body = body,
        Headers = new Dictionary<string, string> { ["content-type"] = type },
    };
}
