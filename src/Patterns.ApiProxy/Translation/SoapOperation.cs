using System.Text;
using Patterns.Translation.Internal;

namespace Patterns.Translation;

/// <summary>An operation of a SOAP service in the document/literal style: its request and its reply as JSON. Immutable.</summary>
public sealed class SoapOperation
{
    /// <summary>Declares the operation.</summary>
    /// <param name="request">The element in the body of a request.</param>
    /// <param name="reply">The element in the body of a reply.</param>
    public SoapOperation(XmlMap request, XmlMap reply)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(reply);
        Request = request;
        Reply = reply;
    }

    /// <summary>The element in the body of a request.</summary>
    public XmlMap Request { get; }

    /// <summary>The element in the body of a reply.</summary>
    public XmlMap Reply { get; }

    /// <summary>The version of requests and replies; a fault may come in either. Default: <see cref="SoapVersion.Soap11"/>.</summary>
    public SoapVersion Version { get; init; }

    /// <summary>The action, a URI; printable ASCII without quotes. Default: empty.</summary>
    /// <exception cref="ArgumentException">It has other characters.</exception>
    public string Action { get; init => field = IsAction(value) ? value : throw new ArgumentException("An action is printable ASCII without quotes and backslashes.", nameof(value)); } = "";

    /// <summary>The elements that a fault's detail may have. What is not declared is not shown. Default: none.</summary>
    public IReadOnlyList<XmlMap> FaultDetails { get; init; } = [];

    /// <summary>How much of an envelope is read or written. Default: the defaults.</summary>
    public TranslationLimits Limits { get; init => field = value.Validated(); } = TranslationLimits.Default;

    /// <summary>The content type of a request.</summary>
    public string ContentType => Version == SoapVersion.Soap11
        ? "text/xml; charset=utf-8"
        : Action.Length == 0 ? "application/soap+xml; charset=utf-8" : $"application/soap+xml; charset=utf-8; action=\"{Action}\"";

    /// <summary>The value of the header <c>SOAPAction</c>, which only SOAP 1.1 has; else null.</summary>
    public string? SoapAction => Version == SoapVersion.Soap11 ? $"\"{Action}\"" : null;

    /// <summary>Writes the envelope of a request.</summary>
    /// <exception cref="TranslationException">The JSON is not well-formed, too large, too deep, or not of the shape.</exception>
    public byte[] WriteRequest(ReadOnlyMemory<byte> json)
    {
        using var document = JsonInput.Open(json, Limits);
        using var output = new XmlOutput(Limits);
        var names = SoapNames.Of(Version);
        output.Writer.WriteStartElement("soap", "Envelope", names.Namespace);
        output.Writer.WriteStartElement("soap", "Body", names.Namespace);
        Request.WriteTo(output, document.RootElement);
        output.End();
        output.End();
        return output.Finish();
    }

    /// <summary>Reads the envelope of a reply.</summary>
    /// <returns>The reply as JSON.</returns>
    /// <exception cref="SoapFaultException">It is a fault.</exception>
    /// <exception cref="TranslationException">
    /// The XML is not well-formed, too large, too deep, no envelope of the version, not of the shape, or has a header that must be understood.
    /// </exception>
    public byte[] ReadReply(ReadOnlyMemory<byte> xml) => new SoapReader(this).Read(xml);

    private static bool IsAction(string text) => Ascii.IsValid(text) && !text.Any(letter => char.IsControl(letter) || letter is '"' or '\\');
}
