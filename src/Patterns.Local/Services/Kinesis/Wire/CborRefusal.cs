using System.Buffers;
using System.Buffers.Binary;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace Patterns.Local.Services.Kinesis.Wire;

/// <summary>Tells clients that speak CBOR how to speak JSON, in CBOR, so that the message gets through.</summary>
internal static class CborRefusal
{
    public const string ContentType = "application/x-amz-cbor-1.1";

    private const byte MapOfTwo = 0xA2;
    private const byte LongText = 0x79; // a length of two bytes follows

    private const string Message =
        "Kinesis is emulated in its JSON protocol, and this client speaks CBOR. Switch it to JSON: AWS_CBOR_DISABLE=1 (Java SDK 1), CBOR_ENABLED=false or -Daws.cborEnabled=false (Java SDK 2). The SDKs for .NET, Python and JavaScript speak JSON.";

    public static bool IsCbor(HttpRequest request) => request.ContentType?.StartsWith("application/x-amz-cbor", StringComparison.OrdinalIgnoreCase) == true;

    public static void Write(HttpResponse response)
    {
        const string Code = "SerializationException";
        response.StatusCode = StatusCodes.Status400BadRequest;
        response.ContentType = ContentType;
        response.Headers["x-amzn-ErrorType"] = Code;
        response.BodyWriter.Write([MapOfTwo]);
        foreach (var text in (ReadOnlySpan<string>)["__type", Code, "message", Message])
        {
            WriteText(response.BodyWriter, text);
        }
    }

    private static void WriteText(IBufferWriter<byte> output, string text)
    {
        Span<byte> head = [LongText, 0, 0];
        BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)Encoding.UTF8.GetByteCount(text));
        output.Write(head);
        Encoding.UTF8.GetBytes(text, output);
    }
}
