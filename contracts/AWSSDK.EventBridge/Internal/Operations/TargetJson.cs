using System.Text.Json;
using Amazon.EventBridge.Model;

namespace Amazon.EventBridge.Internal.Operations;

internal static class TargetJson
{
    internal static void Write(Utf8JsonWriter json, Target target)
    {
        json.WriteStartObject();
        json.Field("Arn", target.Arn);
        json.Field("DeadLetterConfig", target.DeadLetterConfig, static (writer, config) => writer.Field("Arn", config.Arn));
        json.Field("Id", target.Id);
        json.Field("Input", target.Input);
        json.Field("InputPath", target.InputPath);
        json.Field("InputTransformer", target.InputTransformer, static (writer, transformer) =>
        {
            writer.Field("InputPathsMap", transformer.InputPathsMap);
            writer.Field("InputTemplate", transformer.InputTemplate);
        });
        json.Field("KinesisParameters", target.KinesisParameters, static (writer, parameters) => writer.Field("PartitionKeyPath", parameters.PartitionKeyPath));
        json.Field("RetryPolicy", target.RetryPolicy, static (writer, policy) =>
        {
            writer.Field("MaximumEventAgeInSeconds", policy.MaximumEventAgeInSeconds);
            writer.Field("MaximumRetryAttempts", policy.MaximumRetryAttempts);
        });
        json.Field("RoleArn", target.RoleArn);
        json.Field("SqsParameters", target.SqsParameters, static (writer, parameters) => writer.Field("MessageGroupId", parameters.MessageGroupId));
        json.WriteEndObject();
    }
}
