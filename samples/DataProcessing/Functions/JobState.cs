namespace DataProcessing.Functions;

/// <summary>How far a job is. How many parts it has is known when it is split.</summary>
public sealed record JobState(string Id, string State, int PartsDone, int? Parts);
