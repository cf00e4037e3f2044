using System.Globalization;

namespace Patterns.DataProcessing;

/// <summary>Which part of which job. The same part has the same name at every run, so that its result is written over, not added.</summary>
/// <param name="JobId">The job.</param>
/// <param name="Number">The part's position in the job, from 0.</param>
public readonly record struct JobPart(string JobId, int Number)
{
    private const string IdForm = "D9";

    /// <summary>The part's id in the store: numbers of one length, so that ids are in the order of the numbers.</summary>
    internal string Id => Number.ToString(IdForm, CultureInfo.InvariantCulture);

    /// <summary>Reads the id of a part's message.</summary>
    public static bool TryParse(string? messageId, out JobPart part)
    {
        var end = messageId?.LastIndexOf('/') ?? -1;
        if (end > 0 && int.TryParse(messageId.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            part = new JobPart(messageId![..end], number);
            return true;
        }

        part = default;
        return false;
    }

    /// <summary>The id of the part's message: the job's id, a slash and the number.</summary>
    public override string ToString() => $"{JobId}/{Number.ToString(CultureInfo.InvariantCulture)}";
}
