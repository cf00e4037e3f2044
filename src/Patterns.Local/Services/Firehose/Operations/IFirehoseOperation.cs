using Patterns.Local.Services.Firehose.Wire;

namespace Patterns.Local.Services.Firehose.Operations;

/// <summary>One operation: read, check, act, reply.</summary>
internal interface IFirehoseOperation
{
    /// <exception cref="AwsException">The request is refused.</exception>
    void Run(FirehoseCall call);
}
