using System.Text;

namespace Contracts.Tests.Http;

/// <summary>The bytes of a response.</summary>
internal sealed record CannedAnswer(int Status, string ContentType, string Body, params (string Name, string Value)[] Headers)
{
    public static CannedAnswer Json(string body) => new(200, "application/x-amz-json-1.0", body, ("x-amzn-RequestId", "req-1"));

    public static CannedAnswer JsonError(int status, string type, string message, params (string Name, string Value)[] headers) =>
        new(status, "application/x-amz-json-1.0", $$"""{"__type":"{{type}}","message":"{{message}}"}""", [("x-amzn-RequestId", "req-2"), .. headers]);

    public static CannedAnswer Xml(string body) => new(200, "text/xml", body);

    public static CannedAnswer XmlError(int status, string code, string message) => new(status, "text/xml", $"""
        <ErrorResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">
          <Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error>
          <RequestId>req-2</RequestId>
        </ErrorResponse>
        """);

    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        var head = new StringBuilder($"HTTP/1.1 {Status} Canned\r\nContent-Type: {ContentType}\r\nContent-Length: {body.Length}\r\n");
        foreach (var (name, value) in Headers)
        {
            head.Append($"{name}: {value}\r\n");
        }

        return [.. Encoding.ASCII.GetBytes(head.Append("\r\n").ToString()), .. body];
    }
}
