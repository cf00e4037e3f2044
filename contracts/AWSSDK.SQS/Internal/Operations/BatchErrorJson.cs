using System.Text.Json;
using Amazon.SQS.Model;

namespace Amazon.SQS.Internal.Operations;

internal static class BatchErrorJson
{
    internal static BatchResultErrorEntry Read(JsonElement json) => new()
    {
        Code = json.Text("Code"),
        Id = json.Text("Id"),
        Message = json.Text("Message"),
        SenderFault = json.Flag("SenderFault"),
    };
}
