using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

internal sealed class DeleteDeliveryStream : IFirehoseOperation
{
    public void Run(FirehoseCall call) => call.Service.Delete(call.Input.Required("DeliveryStreamName"));
}
