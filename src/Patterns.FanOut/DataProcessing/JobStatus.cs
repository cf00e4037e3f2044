using System.Text.Json.Serialization;

namespace Patterns.DataProcessing;

/// <summary>Whether a job came to its result.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<JobStatus>))]
public enum JobStatus
{
    /// <summary>Every part is loaded, rejected or dead-lettered, and the loaded ones were reduced.</summary>
    Complete,

    /// <summary>The job's time ran out with parts missing, or it has parts that it should not have. Nothing was reduced.</summary>
    Incomplete,
}
