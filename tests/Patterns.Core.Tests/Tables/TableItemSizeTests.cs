using Patterns.Tables;

namespace Patterns.Core.Tests.Tables;

public sealed class TableItemSizeTests
{
    [Fact]
    public void An_item_has_the_size_of_its_key_and_of_the_names_and_values_of_its_attributes()
    {
        var item = new TableItem(new("order#17", "state")) { ["größe"] = 7, ["status"] = "placed", ExpiresAt = DateTimeOffset.UnixEpoch };

        Assert.Equal(8 + 5 + (7 + 2) + (6 + 6), item.GetSize());
    }
}
