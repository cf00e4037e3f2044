namespace DataProcessing.Demo;

internal sealed record JobState(string Id, string State, int PartsDone, int? Parts);
