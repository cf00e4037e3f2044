using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Gateway;

/// <summary>Answers that no service gives, in the protocol that the client speaks.</summary>
internal static class GatewayRefusal
{
    private const string Namespace = "http://webservices.amazon.com/AWSFault/2005-15-09";

    public static Task HostAsync(HttpContext http) =>
        WriteJsonAsync(http, new AwsException("AccessDeniedException", HostCheck.Refusal, StatusCodes.Status403Forbidden));

    public static Task OriginAsync(HttpContext http, string refusal) =>
        WriteJsonAsync(http, new AwsException("AccessDeniedException", refusal, StatusCodes.Status403Forbidden));

    public static Task UnknownServiceAsync(HttpContext http, string wanted, IEnumerable<string> emulated)
    {
        var what = wanted.Length == 0 ? "The request names no service that is emulated here" : $"The service {wanted} is not emulated here";
        return WriteAsync(http, new AwsException("UnknownOperationException", $"{what}; there are {string.Join(", ", emulated)}.", queryCode: "InvalidAction"));
    }

    /// <summary>For a mistake of the runner; nothing when a part of the answer is on its way already.</summary>
    public static Task InternalFailureAsync(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return Task.CompletedTask;
        }

        http.Response.Clear();
        return WriteAsync(http, new AwsException("InternalFailure", "The runner made a mistake; its console says more.", StatusCodes.Status500InternalServerError));
    }

    public static Task WriteAsync(HttpContext http, AwsException error) => IsXml(http.Request) ? WriteXmlAsync(http, error) : WriteJsonAsync(http, error);

    private static bool IsXml(HttpRequest request) =>
        !request.Headers.ContainsKey(ServiceSelector.TargetHeader)
        && (request.HasFormContentType || QueryText.Find(request.QueryString.Value, "Action") is not null);

    private static async Task WriteXmlAsync(HttpContext http, AwsException error)
    {
        http.Response.StatusCode = error.Status;
        http.Response.ContentType = "text/xml";
        QueryXml.Error(http.Response.BodyWriter, Namespace, error, Guid.NewGuid().ToString());
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    private static async Task WriteJsonAsync(HttpContext http, AwsException error)
    {
        http.Response.StatusCode = error.Status;
        http.Response.ContentType = "application/json";
        http.Response.Headers["x-amzn-ErrorType"] = error.Code;
        Write(http.Response.BodyWriter, error);
        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(IBufferWriter<byte> output, AwsException error)
    {
        using var json = new Utf8JsonWriter(output);
        json.WriteStartObject();
        json.WriteString("__type", error.Code);
        json.WriteString("message", error.Message);
        json.WriteEndObject();
    }
}
