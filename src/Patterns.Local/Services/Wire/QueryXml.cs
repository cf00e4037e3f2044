using System.Buffers;
using System.Text;

namespace Patterns.Local.Services.Wire;

/// <summary>Writes an answer of the AWS Query protocol: <c>…Response</c>, <c>…Result</c>, then the request id.</summary>
internal sealed class QueryXml
{
    private readonly IBufferWriter<byte> _output;
    private readonly string _operation;

    private QueryXml(IBufferWriter<byte> output, string operation)
    {
        _output = output;
        _operation = operation;
    }

    /// <summary>Starts the answer to <paramref name="operation"/>; <see cref="Finish"/> closes it.</summary>
    public static QueryXml Answer(IBufferWriter<byte> output, string operation, string xmlNamespace)
    {
        var xml = new QueryXml(output, operation);
        xml.OpenRoot($"{operation}Response", xmlNamespace);
        return xml;
    }

    /// <summary>Writes an error as the Query protocol frames it.</summary>
    public static void Error(IBufferWriter<byte> output, string xmlNamespace, AwsException error, string requestId)
    {
        var xml = new QueryXml(output, "");
        xml.OpenRoot("ErrorResponse", xmlNamespace);
        xml.Open("Error")
            .Element("Type", error.IsSenderFault ? "Sender" : "Receiver")
            .Element("Code", error.QueryCode)
            .Element("Message", error.Message)
            .Raw("<Detail/>"u8)
            .Close("Error")
            .Element("RequestId", requestId)
            .Close("ErrorResponse");
    }

    public QueryXml OpenResult() => Open($"{_operation}Result");

    public QueryXml CloseResult() => Close($"{_operation}Result");

    public QueryXml Open(string name) => Raw("<"u8).Plain(name).Raw(">"u8);

    public QueryXml Close(string name) => Raw("</"u8).Plain(name).Raw(">"u8);

    /// <summary>An element with text; nothing at all where the value is null.</summary>
    public QueryXml Element(string name, string? value)
    {
        if (value is null)
        {
            return this;
        }

        Open(name);
        var length = Encoding.UTF8.GetMaxByteCount(value.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        XmlText.Write(_output, buffer.AsSpan(0, Encoding.UTF8.GetBytes(value, buffer)));
        ArrayPool<byte>.Shared.Return(buffer);
        return Close(name);
    }

    public QueryXml Element(string name, ReadOnlySpan<byte> utf8)
    {
        Open(name);
        XmlText.Write(_output, utf8);
        return Close(name);
    }

    public void Finish(string requestId) =>
        Open("ResponseMetadata").Element("RequestId", requestId).Close("ResponseMetadata").Close($"{_operation}Response");

    private void OpenRoot(string name, string xmlNamespace) =>
        Raw("<?xml version=\"1.0\"?>"u8).Raw("<"u8).Plain(name).Raw(" xmlns=\""u8).Plain(xmlNamespace).Raw("\">"u8);

    private QueryXml Plain(string text)
    {
        Encoding.UTF8.GetBytes(text, _output);
        return this;
    }

    private QueryXml Raw(ReadOnlySpan<byte> markup)
    {
        _output.Write(markup);
        return this;
    }
}
