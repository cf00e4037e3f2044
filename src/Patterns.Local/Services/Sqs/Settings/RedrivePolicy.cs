using System.Text.Json;

namespace Patterns.Local.Services.Sqs.Settings;

/// <summary>Where messages go that were received too often.</summary>
internal sealed record RedrivePolicy(string DeadLetterTargetArn, int MaxReceiveCount)
{
    public static RedrivePolicy Parse(string json)
    {
        using var document = PolicyJson.Parse("RedrivePolicy", json);
        var root = document.RootElement;
        var target = PolicyJson.Text(root, "deadLetterTargetArn")
            ?? throw Invalid(json, "Redrive policy does not contain mandatory attribute: deadLetterTargetArn.");
        var count = PolicyJson.Text(root, "maxReceiveCount")
            ?? throw Invalid(json, "Redrive policy does not contain mandatory attribute: maxReceiveCount.");
        if (!int.TryParse(count, out var maxReceiveCount) || maxReceiveCount is < 1 or > 1000)
        {
            throw Invalid(json, $"Invalid value for maxReceiveCount: {count}, valid values are from 1 to 1000 both inclusive.");
        }

        return new RedrivePolicy(target, maxReceiveCount);
    }

    public static AwsException Invalid(string json, string reason) => SqsErrors.InvalidParameterValue("RedrivePolicy", json, reason);

    public override string ToString() =>
        $$"""{"deadLetterTargetArn":"{{JsonEncodedText.Encode(DeadLetterTargetArn)}}","maxReceiveCount":{{MaxReceiveCount}}}""";
}
