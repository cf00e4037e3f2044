using System.Xml.Linq;

namespace Patterns.Translation.Internal;

/// <summary>The names of a version of SOAP.</summary>
internal sealed record SoapNames(SoapVersion Version, string Namespace)
{
    private static readonly SoapNames Soap11 = new(SoapVersion.Soap11, "http://schemas.xmlsoap.org/soap/envelope/");
    private static readonly SoapNames Soap12 = new(SoapVersion.Soap12, "http://www.w3.org/2003/05/soap-envelope");

    public static SoapNames Of(SoapVersion version) => version == SoapVersion.Soap11 ? Soap11 : Soap12;

    /// <summary>The version of a namespace; null when it is of none.</summary>
    public static SoapNames? Of(string name) => name == Soap11.Namespace ? Soap11 : name == Soap12.Namespace ? Soap12 : null;

    public XName Name(string local) => XName.Get(local, Namespace);
}
