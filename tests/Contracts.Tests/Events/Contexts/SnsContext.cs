using System.Text.Json.Serialization;
using Amazon.Lambda.SNSEvents;

namespace Contracts.Tests.Events.Contexts;

[JsonSerializable(typeof(SNSEvent))]
internal sealed partial class SnsContext : JsonSerializerContext;
