using Patterns.Local.Services.Firehose.Settings;
using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

internal sealed class CreateDeliveryStream : IFirehoseOperation
{
    public void Run(FirehoseCall call)
    {
        var stream = call.Service.Create(SettingsReader.Read(call.Input));
        call.Json.WriteString("DeliveryStreamARN", stream.Arn);
    }
}
