using System.Buffers;
using Microsoft.AspNetCore.Http;
using Patterns.Local.Services.Sqs.Operations;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sqs.Wire;

/// <summary>The Query protocol of 2012-11-05: a form in, XML out; posted to the root or to a queue's own path.</summary>
internal sealed class QueryProtocol(SqsService service)
{
    private const string Namespace = "http://queue.amazonaws.com/doc/2012-11-05/";

    public async Task HandleAsync(HttpContext http, string requestId, CancellationToken cancellationToken)
    {
        http.Response.ContentType = "text/xml";
        var output = new ArrayBufferWriter<byte>(512);
        try
        {
            var form = await QueryForm.ReadAsync(http.Request, SqsEndpoint.MaximumRequestSize, http.RequestAborted).ConfigureAwait(false);
            var operation = SqsOperations.Find(form.Action);
            await AnswerAsync(operation, QueryInput.Read(form, http.Request.Path.Value ?? "/"), output, requestId, cancellationToken).ConfigureAwait(false);
        }
        catch (AwsException error)
        {
            output.ResetWrittenCount();
            http.Response.StatusCode = error.Status;
            QueryXml.Error(output, Namespace, InQueryWords(error), requestId);
        }

        http.Response.ContentLength = output.WrittenCount;
        http.Response.BodyWriter.Write(output.WrittenSpan);
    }

    private async Task AnswerAsync(
        ISqsOperation operation, SqsInput input, ArrayBufferWriter<byte> output, string requestId, CancellationToken cancellationToken)
    {
        var xml = QueryXml.Answer(output, operation.Name, Namespace);
        if (operation.HasResult)
        {
            xml.OpenResult();
        }

        try
        {
            await operation.RunAsync(new SqsCall(service, input, new XmlAnswer(xml), cancellationToken)).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            // The client is gone, or the runner stops: a long poll answers that there is nothing.
        }

        if (operation.HasResult)
        {
            xml.CloseResult();
        }

        xml.Finish(requestId);
    }

    private static AwsException InQueryWords(AwsException error) => error.Code == "QueueDoesNotExist"
        ? new AwsException(error.Code, "The specified queue does not exist for this wsdl version.", error.Status, error.QueryCode)
        : error;
}
