namespace Fixtures.WithCore;

public sealed record Order(string Id, int Amount);
