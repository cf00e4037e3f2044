using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Patterns.Cqrs.Internal;

namespace Patterns.Cqrs;

/// <summary>Reads changes of rows out of the stream of a view's table, for a <see cref="RecordHandler{TMessage}"/>: for example to push them to browsers.</summary>
/// <remarks>
/// The stream needs new images, and old ones to tell which row was removed: <c>NEW_AND_OLD_IMAGES</c>. What is no row of the view is null: the
/// handler returns at once. The filter <c>{"dynamodb":{"NewImage":{"cqrsItem":{"S":["view-row"]}}}}</c> in the template saves invocations, and
/// leaves out removed rows.
/// </remarks>
public static class ViewChanges
{
    // As deep as DynamoDB nests values, and some.
    private static readonly JsonReaderOptions Limits = new() { MaxDepth = 128 };

    /// <summary>Reads the rows of a view. One whose data are not of the row's form is poison.</summary>
    /// <param name="viewName">The view.</param>
    /// <param name="json">How a row is read, from a source-generated context.</param>
    /// <typeparam name="TView">What a row has.</typeparam>
    public static RecordDecoder<ViewChange<TView>?> Of<TView>(string viewName, JsonTypeInfo<TView> json)
        where TView : class
    {
        var name = new ViewLayout(viewName).Name;
        ArgumentNullException.ThrowIfNull(json);
        return (body, context) => IsRow(body, name)
            ? ChangeImage.Read(body, ItemJson.Default.ViewRowItem).ToChange(json, isRemoved: context.EventName is "REMOVE")
            : null;
    }

    private static bool IsRow(ReadOnlySpan<byte> image, string viewName)
    {
        var (isKind, isView) = (false, false);
        var reader = new Utf8JsonReader(image, Limits);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var (ofKind, ofView) = (reader.ValueTextEquals(ItemNames.Kind), reader.ValueTextEquals(ViewItemNames.View));
            reader.Read();
            isKind |= ofKind && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(ViewItemNames.RowKind);
            isView |= ofView && reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(viewName);
            reader.Skip();
        }

        return isKind && isView;
    }
}
