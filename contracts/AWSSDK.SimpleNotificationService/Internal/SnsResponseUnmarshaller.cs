using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace Amazon.SimpleNotificationService.Internal;

internal sealed class SnsResponseUnmarshaller<TResponse>(string resultName, Func<XElement, TResponse> read) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext input)
    {
        var root = Parse(input.Stream);
        var response = read(root.Child(resultName) ?? root);
        response.ResponseMetadata = new ResponseMetadata { RequestId = root.Child("ResponseMetadata")?.Text("RequestId") };
        return response;
    }

    public override AmazonServiceException UnmarshallException(
        XmlUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var error = ReadError(input.Stream);
        error.InnerException = innerException;
        error.StatusCode = statusCode;
        return SnsErrors.Create(error);
    }

    private static ErrorResponse ReadError(Stream stream)
    {
        try
        {
            var root = Parse(stream);
            var error = root.Child("Error");
            return new ErrorResponse
            {
                Code = error?.Text("Code"),
                Message = error?.Text("Message"),
                RequestId = root.Text("RequestId"),
                Type = Enum.TryParse<ErrorType>(error?.Text("Type"), ignoreCase: true, out var type) ? type : ErrorType.Unknown,
            };
        }
        catch (XmlException e)
        {
            // A proxy on the way may answer in any form; the status still tells whether to retry.
            return new ErrorResponse { Message = e.Message, Type = ErrorType.Unknown };
        }
    }

    private static XElement Parse(Stream stream)
    {
        using var reader = XmlReader.Create(stream, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
        return XElement.Load(reader);
    }
}
