using Microsoft.AspNetCore.Http;
using Patterns.Local.Gateway;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sns.Wire;

/// <summary>The Query API of topics, version 2010-03-31, and the certificate that notifications are signed with.</summary>
internal sealed class SnsEndpoint(SnsService sns) : IAwsService
{
    // A batch of the greatest size, with every byte percent-encoded, and the names of its parameters.
    private const long MaxRequestBytes = 4 * SnsLimits.MessageBytes;
    private const string RequestIdHeader = "x-amzn-RequestId";

    public string SigningName => "sns";

    public string? TargetPrefix => null;

    public async Task HandleAsync(HttpContext http)
    {
        var requestId = Guid.NewGuid().ToString();
        http.Response.Headers[RequestIdHeader] = requestId;
        http.Response.ContentType = "text/xml";
        try
        {
            await AnswerAsync(http, requestId).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            http.Response.StatusCode = error.Status;
            QueryXml.Error(http.Response.BodyWriter, SnsCall.Namespace, error, requestId);
        }

        await http.Response.BodyWriter.FlushAsync(http.RequestAborted).ConfigureAwait(false);
    }

    private async Task AnswerAsync(HttpContext http, string requestId)
    {
        if (HttpMethods.IsGet(http.Request.Method) && http.Request.Path.Value == sns.Signer.CertificatePath)
        {
            http.Response.ContentType = "application/x-pem-file";
            await http.Response.WriteAsync(sns.Signer.CertificatePem, http.RequestAborted).ConfigureAwait(false);
            return;
        }

        RefuseJson(http.Request);
        var form = await QueryForm.ReadAsync(http.Request, MaxRequestBytes, http.RequestAborted).ConfigureAwait(false);
        var call = new SnsCall(form.Action, sns, form, http.Response.BodyWriter);
        SnsOperations.Find(form.Action).Execute(call);
        call.Answer.Finish(requestId);
    }

    private static void RefuseJson(HttpRequest request)
    {
        if (request.ContentType?.StartsWith("application/x-amz-json", StringComparison.OrdinalIgnoreCase) == true)
        {
            throw new AwsException("InvalidAction", "SNS is served in the AWS Query protocol (version 2010-03-31); a JSON protocol is not emulated here.");
        }
    }
}
