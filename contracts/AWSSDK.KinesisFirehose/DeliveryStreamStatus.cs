using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>The state of a delivery stream.</summary>
public class DeliveryStreamStatus : ConstantClass
{
    public static readonly DeliveryStreamStatus ACTIVE = new("ACTIVE");

    public static readonly DeliveryStreamStatus CREATING = new("CREATING");

    public static readonly DeliveryStreamStatus CREATING_FAILED = new("CREATING_FAILED");

    public static readonly DeliveryStreamStatus DELETING = new("DELETING");

    public static readonly DeliveryStreamStatus DELETING_FAILED = new("DELETING_FAILED");

    public DeliveryStreamStatus(string value)
        : base(value)
    {
    }

    public static implicit operator DeliveryStreamStatus(string value) => FindValue(value);

    public static DeliveryStreamStatus FindValue(string value) => FindValue<DeliveryStreamStatus>(value);
}
