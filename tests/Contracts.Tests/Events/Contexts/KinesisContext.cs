using System.Text.Json.Serialization;
using Amazon.Lambda.KinesisEvents;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(KinesisEvent))]
[JsonSerializable(typeof(StreamsEventResponse))]
internal sealed partial class KinesisContext : JsonSerializerContext;
