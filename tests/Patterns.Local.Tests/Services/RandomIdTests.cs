using System.Collections.Concurrent;
using Patterns.Local.Services;

namespace Patterns.Local.Tests.Services;

public sealed class RandomIdTests
{
    [Fact]
    public void An_id_has_the_form_of_a_random_uuid()
    {
        var id = RandomId.New();

        Assert.Equal(4, id.Version);
        Assert.InRange(id.Variant, 8, 11);
    }

    [Fact]
    public void Ids_that_many_threads_make_at_once_are_distinct()
    {
        var ids = new ConcurrentBag<Guid>();

        Parallel.For(0, 10_000, _ => ids.Add(RandomId.New()));

        Assert.Equal(10_000, ids.Distinct().Count());
    }
}
