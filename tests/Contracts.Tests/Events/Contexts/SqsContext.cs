using System.Text.Json.Serialization;
using Amazon.Lambda.SQSEvents;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(SQSEvent))]
[JsonSerializable(typeof(SQSBatchResponse))]
internal sealed partial class SqsContext : JsonSerializerContext;
