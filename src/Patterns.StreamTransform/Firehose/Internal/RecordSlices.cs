namespace Patterns.Firehose.Internal;

/// <summary>Where the parts of one record stand in the event.</summary>
internal struct RecordSlices
{
    public Slice RecordId;
    public Slice Data;
    public Slice ShardId;
    public Slice PartitionKey;
    public Slice SequenceNumber;
    public long ArrivalMilliseconds;
    public long? SubsequenceNumber;
    public bool HasArrival;
    public bool HasKinesis;
}
