using System.Text.Json.Serialization;
using Amazon.Lambda.DynamoDBEvents;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(DynamoDBEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
internal sealed partial class DynamoDbContext : JsonSerializerContext;
