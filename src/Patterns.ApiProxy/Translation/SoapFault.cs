using System.Xml.Linq;

namespace Patterns.Translation;

/// <summary>What a SOAP service answers when it does not do what it was asked.</summary>
/// <param name="Code">Who is at fault.</param>
/// <param name="Subcode">
/// The more exact code, without its prefix: the first subcode of SOAP 1.2, and of SOAP 1.1 the code's part after a dot or a code of the service's
/// own. Null when there is none.
/// </param>
/// <param name="Reason">Text for people, in the service's words: it may name what clients should not know.</param>
/// <param name="DetailName">The name of the first element of the detail; null when there is none.</param>
/// <param name="Detail">
/// The detail as JSON, if <see cref="SoapOperation.FaultDetails"/> declares an element of its name and it is of that shape; else null.
/// </param>
public sealed record SoapFault(SoapFaultCode Code, string? Subcode, string Reason, XName? DetailName, ReadOnlyMemory<byte>? Detail);
