namespace Patterns.Translation;

/// <summary>The versions of SOAP.</summary>
public enum SoapVersion
{
    /// <summary>SOAP 1.1: <c>text/xml</c> and the header <c>SOAPAction</c>.</summary>
    Soap11,

    /// <summary>SOAP 1.2: <c>application/soap+xml</c> with the action as its parameter.</summary>
    Soap12,
}
