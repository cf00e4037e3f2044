namespace Patterns.Cqrs;

/// <summary>What became of a write that expected a version.</summary>
/// <param name="IsApplied">Whether the version was as expected, so that the write took effect; else somebody else was faster.</param>
/// <param name="Version">The aggregate's version: after the write, or as it was found instead.</param>
public readonly record struct VersionedWriteResult(bool IsApplied, long Version);
