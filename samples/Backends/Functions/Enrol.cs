namespace Backends.Functions;

/// <summary>What clients send to enrol. Who enrols is who asks: there is no member for it.</summary>
public sealed record Enrol(string CourseId);
