using Patterns.Local.Services.Sns.Publishing;
using Patterns.Local.Services.Wire;

namespace Patterns.Local.Services.Sns.Wire.Operations;

internal sealed class PublishBatch : ISnsOperation
{
    public string Name => "PublishBatch";

    public void Execute(SnsCall call)
    {
        PublishBatchEntry[] entries = [.. call.Form.Elements("PublishBatchRequestEntries.member").Select(element => Entry(call.Form, element))];
        var results = call.Sns.PublishBatch(call.Form["TopicArn"] ?? "", entries);
        var xml = call.Answer.OpenResult().Open("Successful");
        foreach (var result in results)
        {
            if (result.Accepted is { } accepted)
            {
                xml.Open("member").Element("Id", result.Id).Accepted(accepted).Close("member");
            }
        }

        xml.Close("Successful").Open("Failed");
        foreach (var result in results)
        {
            WriteFailed(xml, result);
        }

        xml.Close("Failed").CloseResult();
    }

    private static PublishBatchEntry Entry(QueryForm form, string element) =>
        new(form[$"{element}.Id"] ?? "", form.Message($"{element}."));

    private static void WriteFailed(QueryXml xml, PublishBatchResult result)
    {
        if (result.Refused is { } error)
        {
            xml.Open("member")
                .Element("Id", result.Id)
                .Element("Code", error.QueryCode)
                .Element("Message", error.Message)
                .Element("SenderFault", error.IsSenderFault ? "true" : "false")
                .Close("member");
        }
    }
}
