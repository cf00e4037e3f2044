using Amazon.Lambda.APIGatewayEvents;
using Amazon.Lambda.Core;

namespace DataProcessing.Functions;

/// <summary>Takes a text into the library. Sent twice, it is there once.</summary>
public sealed class StoreDocument
{
    private readonly Library _library = Library.FromEnvironment();

    public async Task<APIGatewayHttpApiV2ProxyResponse> HttpHandler(APIGatewayHttpApiV2ProxyRequest request, ILambdaContext context)
    {
        if (HttpExchange.Read(request, Json.Default.Upload) is not { IsValid: true } upload)
        {
            return HttpExchange.Refuse(400, "This is no document: name and text are needed.");
        }

        if (upload.Text.Split('\n').Any(line => LinePacker.SizeOf(line) > LinePacker.MostBytes))
        {
            return HttpExchange.Refuse(413, $"A line of {upload.Name} has more than {LinePacker.MostBytes} bytes as JSON.");
        }

        using var deadline = HttpExchange.Deadline(context);
        var document = await _library.StoreAsync(upload, deadline.Token);
        return HttpExchange.Reply(201, document, Json.Default.Document);
    }
}
