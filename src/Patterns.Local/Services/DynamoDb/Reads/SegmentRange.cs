using Patterns.Local.Services.DynamoDb.Requests;
using Patterns.Local.Services.DynamoDb.Storage;

namespace Patterns.Local.Services.DynamoDb.Reads;

/// <summary>The places that a scan reads: all, or an equal part of the hashes.</summary>
internal sealed class SegmentRange
{
    private readonly int _segment;
    private readonly int _total;

    /// <exception cref="AwsException">The parameters name no segment.</exception>
    public SegmentRange(ItemRequest request)
    {
        (_segment, _total) = Checked(request.Segment, request.TotalSegments);
        Low = StorageKey.BeforeHash((ulong)FirstHash(_segment));
        High = StorageKey.BehindHash((ulong)(FirstHash(_segment + 1) - 1));
    }

    public StorageKey Low { get; }

    public StorageKey High { get; }

    /// <summary>Refuses a start in another segment.</summary>
    public void CheckHolds(StorageKey? start)
    {
        if (start is not null && (StorageKey.Compare(start, Low) < 0 || StorageKey.Compare(start, High) > 0))
        {
            throw DynamoDbErrors.InvalidStartingKey(FormattableString.Invariant(
                $"Invalid ExclusiveStartKey. Please use ExclusiveStartKey with correct Segment. TotalSegments: {_total} Segment: {_segment}"));
        }
    }

    private static (int Segment, int Total) Checked(int? segment, int? total)
    {
        switch (segment, total)
        {
            case (null, null):
                return (0, 1);
            case (_, null):
                throw DynamoDbErrors.Validation("The TotalSegments parameter is required but was not present in the request when Segment parameter is present");
            case (_, < 1):
                throw DynamoDbErrors.OutOfRange(total.Value, "totalSegments", 1);
            case (_, > DynamoDbLimits.TotalSegments):
                throw DynamoDbErrors.TooLarge(total.Value, "totalSegments", DynamoDbLimits.TotalSegments);
            case (null, _):
                throw DynamoDbErrors.Validation("The Segment parameter is required but was not present in the request when parameter TotalSegments is present");
            case ( < 0, _):
                throw DynamoDbErrors.OutOfRange(segment.Value, "segment", 0);
        }

        return segment < total
            ? (segment.Value, total.Value)
            : throw DynamoDbErrors.Validation(FormattableString.Invariant(
                $"The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: {segment} is not less than TotalSegments: {total}"));
    }

    private UInt128 FirstHash(int segment) => (((UInt128)segment << 64) + (UInt128)(_total - 1)) / (UInt128)_total;
}
