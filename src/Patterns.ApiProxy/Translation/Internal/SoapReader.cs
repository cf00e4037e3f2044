using System.Xml.Linq;

namespace Patterns.Translation.Internal;

/// <summary>Reads the envelope of a reply.</summary>
internal sealed class SoapReader(SoapOperation operation)
{
    /// <exception cref="SoapFaultException">It is a fault.</exception>
    public byte[] Read(ReadOnlyMemory<byte> xml)
    {
        using var input = XmlInput.Open(xml, operation.Limits);
        input.MoveToRoot();
        var names = SoapNames.Of(input.Reader.NamespaceURI);
        if (names is null || input.Reader.LocalName != "Envelope")
        {
            throw input.Path.Mismatch("is no SOAP envelope.");
        }

        input.Path.Enter("Envelope");
        Translated? reply = null;
        SoapFault? fault = null;
        var hasBody = false;
        foreach (var (name, space) in input.Children())
        {
            if (space == names.Namespace && name == "Header" && !hasBody)
            {
                ReadHeader(input, names);
            }
            else if (space == names.Namespace && name == "Body" && !hasBody)
            {
                hasBody = true;
                (reply, fault) = ReadBody(input, names);
            }
            else
            {
                throw input.Undeclared();
            }
        }

        input.Path.Leave();
        input.MoveToEnd();
        if (fault is not null)
        {
            throw new SoapFaultException(fault);
        }

        return (reply ?? throw input.Path.Mismatch("has no body.")).ToJson(operation.Limits);
    }

    /// <summary>No header is understood, so that one that must be is an error.</summary>
    private static void ReadHeader(XmlInput input, SoapNames names)
    {
        input.Path.Enter("Header");
        foreach (var (name, _) in input.Children())
        {
            if (input.Reader.GetAttribute("mustUnderstand", names.Namespace)?.Trim() is "1" or "true")
            {
                throw input.Path.Mismatch($"has '{DocumentPath.Short(name)}', which must be understood.");
            }

            input.Drop(isAllowed: true);
        }

        input.Path.Leave();
    }

    private (Translated? Reply, SoapFault? Fault) ReadBody(XmlInput input, SoapNames names)
    {
        Translated? reply = null;
        SoapFault? fault = null;
        input.Path.Enter("Body");
        foreach (var _ in input.Children())
        {
            if (reply is not null || fault is not null)
            {
                throw input.Path.Mismatch("has more than one element.");
            }

            if (input.Is(names.Name("Fault")))
            {
                fault = new SoapFaultReader(input, names, operation).Read();
            }
            else if (names.Version != operation.Version)
            {
                throw input.Path.Mismatch("is of another version of SOAP.");
            }
            else
            {
                reply = operation.Reply.ReadFrom(input);
            }
        }

        input.Path.Leave();
        return (reply, fault);
    }
}
