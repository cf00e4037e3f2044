using Patterns.Outbound;

namespace Patterns.Aws.Internal;

/// <summary>An envelope in the form in which a service takes it.</summary>
internal interface ICloudEventRecord
{
    Envelope Envelope { get; }

    /// <summary>What the service counts, in bytes.</summary>
    int Size { get; }
}
