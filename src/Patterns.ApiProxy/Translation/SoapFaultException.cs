namespace Patterns.Translation;

/// <summary>A SOAP service answered with a fault. The message has its codes, and not its reason, which is the service's.</summary>
public sealed class SoapFaultException : Exception
{
    internal SoapFaultException(SoapFault fault)
        : base($"The service answered with a SOAP fault: {fault.Code}{(fault.Subcode is { } subcode ? "/" + Internal.DocumentPath.Short(subcode) : "")}.") => Fault = fault;

    /// <summary>The fault.</summary>
    public SoapFault Fault { get; }
}
