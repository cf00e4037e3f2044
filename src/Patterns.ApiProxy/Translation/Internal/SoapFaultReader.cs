using System.Xml.Linq;

namespace Patterns.Translation.Internal;

/// <summary>Reads a fault. What it does not know in one is passed over: of a fault, little is better than nothing.</summary>
internal sealed class SoapFaultReader(XmlInput input, SoapNames names, SoapOperation operation)
{
    private string? _code;
    private string? _subcode;
    private string _reason = "";
    private XName? _detailName;
    private Translated? _detail;

    public SoapFault Read()
    {
        input.Path.Enter("Fault");
        foreach (var (name, space) in input.Children())
        {
            var isOwn = names.Version == SoapVersion.Soap11 ? space is "" || space == names.Namespace : space == names.Namespace;
            ReadPart(isOwn ? name : "");
        }

        input.Path.Leave();
        var (code, subcode) = Codes();
        return new SoapFault(code, subcode, _reason, _detailName, _detail is { } detail ? detail.ToJson(operation.Limits) : default(ReadOnlyMemory<byte>?));
    }

    private void ReadPart(string name)
    {
        switch (name)
        {
            case "faultcode":
                _code = Local(input.ReadText());
                break;
            case "faultstring":
                _reason = input.ReadText().Trim();
                break;
            case "Code":
                ReadCode();
                break;
            case "Reason":
                ReadReason();
                break;
            case "detail" or "Detail":
                ReadDetail();
                break;
            default:
                input.Drop(isAllowed: true);
                break;
        }
    }

    private void ReadCode()
    {
        foreach (var (name, _) in input.Children())
        {
            if (name == "Value")
            {
                _code = Local(input.ReadText());
            }
            else if (name == "Subcode")
            {
                ReadSubcode();
            }
            else
            {
                input.Drop(isAllowed: true);
            }
        }
    }

    /// <summary>The first subcode; those inside of it are passed over.</summary>
    private void ReadSubcode()
    {
        foreach (var (name, _) in input.Children())
        {
            if (name == "Value")
            {
                _subcode = Local(input.ReadText());
            }
            else
            {
                input.Drop(isAllowed: true);
            }
        }
    }

    private void ReadReason()
    {
        foreach (var (name, _) in input.Children())
        {
            if (name == "Text" && _reason.Length == 0)
            {
                _reason = input.ReadText().Trim();
            }
            else
            {
                input.Drop(isAllowed: true);
            }
        }
    }

    private void ReadDetail()
    {
        input.Path.Enter("Detail");
        foreach (var (name, space) in input.Children())
        {
            var map = _detailName is null ? operation.FaultDetails.FirstOrDefault(candidate => input.Is(candidate.Root)) : null;
            _detailName ??= XName.Get(name, space);
            if (map is null)
            {
                input.Drop(isAllowed: true);
            }
            else
            {
                _detail = map.ReadFrom(input);
            }
        }

        input.Path.Leave();
    }

    private (SoapFaultCode Code, string? Subcode) Codes()
    {
        var parts = (_code ?? "").Split('.', 2);
        var rest = _subcode ?? (parts.Length == 2 ? parts[1] : null);
        return parts[0] switch
        {
            "Client" or "Sender" => (SoapFaultCode.Sender, rest),
            "Server" or "Receiver" => (SoapFaultCode.Receiver, rest),
            "VersionMismatch" => (SoapFaultCode.VersionMismatch, rest),
            "MustUnderstand" => (SoapFaultCode.MustUnderstand, rest),
            "" => (SoapFaultCode.Other, rest),
            _ => (SoapFaultCode.Other, _subcode ?? _code),
        };
    }

    private static string Local(string code) => code.Trim() is var text && text.IndexOf(':') is >= 0 and var colon ? text[(colon + 1)..] : code.Trim();
}
