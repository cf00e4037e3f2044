using Patterns.Local.Services.Sqs.Wire;

namespace Patterns.Local.Services.Sqs.Operations;

/// <summary>One operation of the API: reads its parameters, acts, then answers. It throws before it answers, or not at all.</summary>
internal interface ISqsOperation
{
    string Name { get; }

    /// <summary>Whether the Query protocol frames the answer in a <c>…Result</c> element.</summary>
    bool HasResult => true;

    ValueTask RunAsync(SqsCall call);
}
