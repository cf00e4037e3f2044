namespace DataProcessing.Demo;

internal sealed record JobCounts(int? Parts, int Loaded, int Rejected, int DeadLettered, int Missing, int Surplus);
