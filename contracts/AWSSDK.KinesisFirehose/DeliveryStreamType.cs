using Amazon.Runtime;

namespace Amazon.KinesisFirehose;

/// <summary>Where the records of a delivery stream come from.</summary>
public class DeliveryStreamType : ConstantClass
{
    public static readonly DeliveryStreamType DatabaseAsSource = new("DatabaseAsSource");

    public static readonly DeliveryStreamType DirectPut = new("DirectPut");

    public static readonly DeliveryStreamType KinesisStreamAsSource = new("KinesisStreamAsSource");

    public static readonly DeliveryStreamType MSKAsSource = new("MSKAsSource");

    public DeliveryStreamType(string value)
        : base(value)
    {
    }

    public static implicit operator DeliveryStreamType(string value) => FindValue(value);

    public static DeliveryStreamType FindValue(string value) => FindValue<DeliveryStreamType>(value);
}
