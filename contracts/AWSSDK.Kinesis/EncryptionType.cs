using Amazon.Runtime;

namespace Amazon.Kinesis;

/// <summary>How records are encrypted at rest.</summary>
public class EncryptionType : ConstantClass
{
    public static readonly EncryptionType KMS = new("KMS");

    public static readonly EncryptionType NONE = new("NONE");

    public EncryptionType(string value)
        : base(value)
    {
    }

    public static implicit operator EncryptionType(string value) => FindValue(value);

    public static EncryptionType FindValue(string value) => FindValue<EncryptionType>(value);
}
