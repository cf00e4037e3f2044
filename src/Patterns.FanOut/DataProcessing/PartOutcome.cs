using System.Text.Json.Serialization;

namespace Patterns.DataProcessing;

/// <summary>How a part ended. Of two reports of one part, the higher one counts.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PartOutcome>))]
public enum PartOutcome
{
    /// <summary>Its message came to the dead-letter queue.</summary>
    DeadLettered = 1,

    /// <summary>It is hopeless, and the reason is known.</summary>
    Rejected = 2,

    /// <summary>Its result is in the table.</summary>
    Loaded = 3,
}
