using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents;

namespace Patterns.Benchmarks;

[JsonSerializable(typeof(Counted))]
[JsonSerializable(typeof(CountedView))]
public sealed partial class ProjectionJson : JsonSerializerContext;

[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
public sealed partial class LambdaTableJson : JsonSerializerContext;
