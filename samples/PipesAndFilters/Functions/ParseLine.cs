using Patterns;
using Patterns.PipesAndFilters;

namespace PipesAndFilters.Functions;

/// <summary>Makes an order line of a line, and nothing of a remark or an empty one. A line that is neither is hopeless.</summary>
public sealed class ParseLine : PureFilter<ImportLine, OrderLine>
{
    protected override IEnumerable<OrderLine> Apply(ImportLine line)
    {
        if (line.Text is "" || line.Text[0] == '#')
        {
            return [];
        }

        return line.Text.Split(';') is [var customer, var article, var quantity] && int.TryParse(quantity, out var count)
            ? [new OrderLine(customer, article, count)]
            : throw new NonRetryableException($"Line {line.Number} of {line.File} is no order line.");
    }
}
