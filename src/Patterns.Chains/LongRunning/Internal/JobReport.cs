using System.Text.Json;

namespace Patterns.LongRunning.Internal;

/// <summary>How a job stands, as JSON for a workflow's loop or for whoever waits for the end.</summary>
internal static class JobReport
{
    /// <param name="job">The job.</param>
    /// <param name="now">The moment.</param>
    /// <param name="goesOn">Whether a loop must come again; null to leave that out.</param>
    public static byte[] Of(Job job, DateTimeOffset now, bool? goesOn)
    {
        using var report = new MemoryStream();
        using (var json = new Utf8JsonWriter(report))
        {
            json.WriteStartObject();
            json.WriteString("job", job.Id);
            json.WriteString("phase", job.PhaseAt(now).ToString());
            WriteProgress(json, job);
            if (goesOn is { } value)
            {
                json.WriteBoolean("continue", value);
            }

            WriteEnd(json, job);
            json.WriteEndObject();
        }

        return report.ToArray();
    }

    private static void WriteProgress(Utf8JsonWriter json, Job job)
    {
        json.WriteNumber("checkpoint", job.Checkpoint);
        if (job.Progress is { } progress)
        {
            json.WriteNumber("done", progress.Done);
            if (progress.Total is { } total)
            {
                json.WriteNumber("total", total);
            }
        }
    }

    private static void WriteEnd(Utf8JsonWriter json, Job job)
    {
        if (job.IsOpen)
        {
            return;
        }

        if (job.Failure is { } failure)
        {
            json.WriteString("failure", failure);
        }

        json.WritePropertyName("state");
        json.WriteRawValue(job.State);
    }
}
