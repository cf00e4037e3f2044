using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>How a stream is scaled.</summary>
public class ScalingType : ConstantClass
{
    public static readonly ScalingType UNIFORM_SCALING = new("UNIFORM_SCALING");

    public ScalingType(string value)
        : base(value)
    {
    }

    public static implicit operator ScalingType(string value) => FindValue(value);

    public static ScalingType FindValue(string value) => FindValue<ScalingType>(value);
}
