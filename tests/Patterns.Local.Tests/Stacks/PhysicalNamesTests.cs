using Patterns.Local.Stacks;

namespace Patterns.Local.Tests.Stacks;

public sealed class PhysicalNamesTests
{
    [Fact]
    public void A_name_has_the_stack_the_logical_id_and_a_suffix_that_stays_the_same()
    {
        Assert.Matches("^orders-Queue-[A-Z2-7]{12}$", new PhysicalNames("orders").For("Queue", 80));
        Assert.Equal(new PhysicalNames("orders").For("Queue", 80), new PhysicalNames("orders").For("Queue", 80));
        Assert.NotEqual(new PhysicalNames("orders").For("Queue", 80), new PhysicalNames("other").For("Queue", 80));
    }

    [Fact]
    public void A_name_that_would_be_too_long_is_cut_and_keeps_suffix_and_ending()
    {
        var name = new PhysicalNames(new string('s', 128)).For(new string('q', 255), 80, ".fifo");

        Assert.Equal(80, name.Length);
        Assert.Matches("^s+-q+-[A-Z2-7]{12}\\.fifo$", name);
    }

    [Fact]
    public void A_short_logical_id_leaves_its_room_to_the_stack()
    {
        var name = new PhysicalNames(new string('s', 128)).For("Q", 64);

        Assert.Equal(64, name.Length);
        Assert.Matches("^s{49}-Q-[A-Z2-7]{12}$", name);
    }

    [Fact]
    public void Ids_are_small_letters_and_digits() => Assert.Matches("^[a-z2-7]{10}$", new PhysicalNames("orders").IdFor("Api"));
}
