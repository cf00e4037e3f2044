namespace Patterns.Translation;

/// <summary>Who is at fault, in the words of SOAP 1.2.</summary>
public enum SoapFaultCode
{
    /// <summary>The request is wrong; <c>Client</c> in SOAP 1.1.</summary>
    Sender,

    /// <summary>The service could not do it, and may later; <c>Server</c> in SOAP 1.1.</summary>
    Receiver,

    /// <summary>The service speaks another version.</summary>
    VersionMismatch,

    /// <summary>The service does not know a header that it must understand.</summary>
    MustUnderstand,

    /// <summary>A code of the service's own, or none.</summary>
    Other,
}
